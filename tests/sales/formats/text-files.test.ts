import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { header, openText } from "../tiny-shop.js";
import { readParts, readText } from "./read-parts.js";

const workspace = scratchWorkspace();
const titles = header.split(",");
const row = ["1001", "85123A", "LIGHT", "6", "2011-03-01 08:26:00", "2.55", "17850", "United Kingdom"];
const line = row.join(",");
const read = async (content: string | Uint8Array, name = "shop.csv") => await readText(workspace, name, content);
const fails = (content: string | Uint8Array, name = "shop.csv") => expect(read(content, name)).rejects;

describe("the encoding of a text file", () => {
  const text = `${header}\n${line.replace("LIGHT", "CAFÉ £5 – “x”")}\n`;
  const utf16 = Buffer.from(text, "utf16le");

  it.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\ufeff${text}`)],
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["utf-16le", utf16],
    ["utf-16be", Buffer.from(utf16).swap16()],
  ])("is found to be %s", async (encoding, bytes) => {
    const { parts, notes } = await read(bytes);
    expect(parts[0]!.dialect).toEqual({ encoding, delimiter: ",", quote: '"' });
    expect(parts[0]!.header).toEqual(titles);
    expect(parts[0]!.rows[0]![2]).toBe("CAFÉ £5 – “x”");
    expect(notes).toEqual([`shop.csv: ${encoding}, 8 columns parted by comma, double quotes`]);
  });

  it("is windows-1252 where latin-1 would read control characters", async () => {
    const bytes = Buffer.from(`${header}\n${line.replace("LIGHT", "\x80 5 \xa3 \x96")}\n`, "latin1");
    const { parts } = await read(bytes);
    expect(parts[0]!.dialect!.encoding).toBe("windows-1252");
    expect(parts[0]!.rows[0]![2]).toBe("€ 5 £ –");
    const plain = await read(Buffer.from(`${header}\n${line.replace("LIGHT", "\xa35 \xe9")}\n`, "latin1"));
    expect(plain.parts[0]!.dialect!.encoding).toBe("latin-1");
    expect(plain.parts[0]!.rows[0]![2]).toBe("£5 é");
  });

  it("is said to be two where UTF-8 ends in other bytes, and can be read as either", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${line.replace("LIGHT", "Zoë")}\n`),
      Buffer.from(`${line.replace("LIGHT", "\xe9t\xe9")}\n`, "latin1"),
    ]);
    const found = await read(bytes);
    expect(found.notes[1]).toBe(
      "shop.csv is written in two encodings: UTF-8 up to line 3, where bytes stand that are none. It is read as latin-1, so other letters than ASCII's are garbled before it; --encoding utf-8 reads those right.",
    );
    expect(found.parts[0]!.rows.map((row) => row[2])).toEqual(["ZoÃ«", "été"]);
    const named = await readText(workspace, "shop.csv", bytes, { dialect: { encoding: "utf-8" } });
    expect(named.parts[0]!.rows.map((row) => row[2])).toEqual(["Zoë", "\ufffdt\ufffd"]);
    expect(named.notes[1]).toMatch(/It is read as utf-8, they are shown as \ufffd\.$/);
  });

  it("is refused where it is UTF-32, or not the UTF-8 that was named", async () => {
    const wide = Buffer.from(
      [...`\ufeff${header}\n`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0]),
    );
    await expect(read(wide)).rejects.toThrow(
      "shop.csv is in UTF-32, which is not read; export it anew as .csv in UTF-8",
    );
    const bytes = Buffer.from(`${header}\n${line.replace("LIGHT", "\xe9t\xe9")}\n`, "latin1");
    await expect(readText(workspace, "shop.csv", bytes, { dialect: { encoding: "utf-8" } })).rejects.toThrow(
      "shop.csv is not in UTF-8; leave --encoding out, or name another, such as windows-1252",
    );
  });

  it("is what the caller says, where he says it", async () => {
    const bytes = Buffer.from(`${header}\n${line.replace("LIGHT", "é")}\n`);
    const { parts } = await readText(workspace, "shop.csv", bytes, { dialect: { encoding: "latin-1" } });
    expect(parts[0]!.rows[0]![2]).toBe("Ã©");
  });

  it("is found where a character lies across the pieces in which a file is read", async () => {
    const filler = `${line.replace("LIGHT", "x".repeat(997))}\n`.repeat(1100);
    for (const shift of ["", "x", "xx", "xxx"]) {
      const bytes = Buffer.from(`${header}\n${line}${shift}\n${filler.replaceAll("xxx", "€€€")}`);
      expect((await read(bytes)).parts[0]!.dialect!.encoding).toBe("utf-8");
    }
  });
});

describe("the dialect of a text file", () => {
  it.each([",", ";", "\t", "|"])("has the delimiter %j", async (delimiter) => {
    const body = [titles, row, row.with(2, `"a ${delimiter} b"`)].map((values) => values.join(delimiter)).join("\n");
    const { parts } = await read(body);
    expect(parts[0]!.dialect!.delimiter).toBe(delimiter);
    expect(parts[0]!.rows[1]![2]).toBe(`a ${delimiter} b`);
  });

  it("has single quotes where these hold the values together", async () => {
    const body = `${titles.join(";")}\n${row.with(2, "'it''s; big'").join(";")}\n${row.join(";")}\n`;
    expect((await read(body)).parts[0]).toMatchObject({ dialect: { delimiter: ";", quote: "'" } });
    const quoted = [titles, row].map((values) => values.map((value) => `'${value}'`).join(",")).join("\n");
    expect((await read(quoted)).parts[0]).toMatchObject({ header: titles, rows: [row], dialect: { quote: "'" } });
    const apostrophes = `${header}\n${line.replace("LIGHT", "'tis")}\n${line.replace("LIGHT", "'quoted'")}\n`;
    expect((await read(apostrophes)).parts[0]).toMatchObject({ dialect: { quote: '"' } });
  });

  it("is told by the width of the rows where no header is known", async () => {
    const { parts } = await read("Buyer;Paid on;Sum\nAnn;1,2,3;4,5\nBob;1,2,3;4,5\n");
    expect(parts[0]!.header).toEqual(["Buyer", "Paid on", "Sum"]);
    expect(parts[0]!.rows[0]).toEqual(["Ann", "1,2,3", "4,5"]);
  });

  it("reads whatever table is written in it", async () => {
    const word = fc.string({
      unit: fc.constantFrom(
        "a",
        "é",
        "€",
        "5",
        " ",
        ",",
        ";",
        "\t",
        "|",
        '"',
        "'",
        "\\",
        "\n",
        "\r",
        "\r\n",
        "-",
        "😀",
      ),
      maxLength: 6,
    });
    const table = fc.array(fc.array(word, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 6 });
    const dialect = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      quote: fc.constantFrom('"', "'"),
      escaping: fc.constantFrom("doubled", "backslash"),
      lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
      encoding: fc.constantFrom("utf-8", "utf-16le", "utf-16be" as const),
      mark: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, { delimiter, quote, escaping, lineEnd, encoding, mark }) => {
        const isDoubled = escaping === "doubled";
        // without a single escaped quote nothing tells that backslashes are no text
        fc.pre(isDoubled || rows.some((values) => values.some((value) => value.includes(quote))));
        const escaped = (value: string) =>
          isDoubled
            ? value.replaceAll(quote, quote + quote)
            : value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
        const wrap = (value: string) => `${quote}${escaped(value)}${quote}`;
        const text = [titles, ...rows].map((values) => values.map(wrap).join(delimiter) + lineEnd).join("");
        const marked = `${mark || encoding !== "utf-8" ? "\ufeff" : ""}${text}`;
        const bytes = Buffer.from(marked, encoding === "utf-8" ? "utf8" : "utf16le");
        const { parts, ragged, notes } = await read(encoding === "utf-16be" ? bytes.swap16() : bytes);
        expect(/a backslash before a quote/.test(notes[0]!)).toBe(!isDoubled);
        expect(ragged).toEqual([]);
        expect(parts[0]!.dialect).toEqual({ encoding, delimiter, quote });
        expect(parts[0]!.header).toEqual(titles);
        expect(parts[0]!.rows).toEqual(rows.map((values) => values.map((value) => (value === "" ? null : value))));
      }),
      { numRuns: 160, seed: 7 },
    );
  });
});

describe("quotes behind a backslash", () => {
  const say = (value: string) => line.replace("LIGHT", value);

  it("are read as quotes, and the notes say so", async () => {
    const { parts, ragged, notes } = await read(
      `${header}\n${say('"a \\"b\\" c"')}\n${say('"a, \\"b\\\nc\\\\"')}\n${say('"C:\\temp"')}\n${say("C:\\")}\n`,
    );
    expect(ragged).toEqual([]);
    expect(parts[0]!.rows.map((values) => values[2])).toEqual(['a "b" c', 'a, "b\\\nc\\', "C:\\temp", "C:\\"]);
    expect(parts[0]!.lines).toEqual([2, 3, 5, 6]);
    expect(notes).toEqual([
      "shop.csv: utf-8, 8 columns parted by comma, double quotes, a backslash before a quote in a value",
    ]);
  });

  it("are noticed wherever in the file the first one stands", async () => {
    const far = `${`${line}\n`.repeat(30_000)}${say('"a \\"b\\", c"')}\n`;
    const { parts, ragged } = await read(`${header}\n${far}`);
    expect(ragged).toEqual([]);
    expect(parts[0]!.rows.at(-1)).toEqual(row.with(2, 'a "b", c'));
  });

  it("are not seen in a value that ends in a backslash", async () => {
    const { parts, notes } = await read(`${header}\n${say('"C:\\"')}\n${say('"a ""b"" \\"')}\n`);
    expect(parts[0]!.rows.map((values) => values[2])).toEqual(["C:\\", 'a "b" \\']);
    expect(notes).toEqual(["shop.csv: utf-8, 8 columns parted by comma, double quotes"]);
  });

  it("are what the caller says, where he says it", async () => {
    const text = `${header}\n${say('"C:\\\\"')}\n`;
    expect((await read(text)).parts[0]!.rows[0]![2]).toBe("C:\\\\");
    const { parts } = await readText(workspace, "shop.csv", text, { dialect: { escapeMark: "\\" } });
    expect(parts[0]!.rows[0]![2]).toBe("C:\\");
  });
});

describe("a text file with titles above its header", () => {
  const titled = `Sales of the shop,,,,,,,\nExported on,2011-12-10,,,,,,\n\n${header}\n`;

  it("is read from its header on, and the notes say which lines are skipped", async () => {
    const { parts, notes, ragged } = await read(`${titled}${line}\n1,2\n\n${line}\n`);
    expect(parts[0]).toMatchObject({ header: titles, rows: [row, row], lines: [5, 8] });
    expect(ragged).toEqual([{ part: 0, line: 6, text: "1,2", reason: "has 2 values where the header has 8" }]);
    expect(notes).toEqual([
      "shop.csv: utf-8, 8 columns parted by comma, double quotes",
      'shop.csv: lines 1 to 3 above the header in line 4 are skipped ("Sales of the shop", "Exported on 2011-12-10")',
    ]);
  });

  it("keeps its lines where it is written anew for the engine, and in latin-1", async () => {
    const text = `Sales £\r\n${header}\n${line}\r\n${line.replace("LIGHT", '"£\n5"')}\n${line}`;
    const { parts, notes } = await read(Buffer.from(text, "latin1"));
    expect(parts[0]!.rows.map((values) => values[2])).toEqual(["LIGHT", "£\n5", "LIGHT"]);
    expect(parts[0]!.lines).toEqual([3, 4, 6]);
    expect(notes[1]).toBe('shop.csv: line 1 above the header in line 2 is skipped ("Sales £")');
  });

  it("names the lines of what it cannot read as an editor counts them", async () => {
    const bad = line.replace(",6,", ",six,");
    await expect(openText(workspace, "shop.csv", `${titled}${line}\n${bad}\n`)).rejects.toThrow(
      'Quantity "six" in line 6 is not a whole number',
    );
    await fails(`${titled}${line.replace("LIGHT", '"LIGHT')}\n`).toThrow("a quote that opens in line 5");
  });

  it("may have columns of its own, below titles of one or two cells", async () => {
    const { parts, notes } = await read("Umsatz\nStand;2011\nKunde;Kauf am;Summe\nAnn;2011-03-01;5\n");
    expect(parts[0]).toMatchObject({ header: ["Kunde", "Kauf am", "Summe"], lines: [4] });
    expect(notes).toHaveLength(2);
  });

  it("is found by the names that the user gives, below titles as wide as itself", async () => {
    const text = "Umsatz,Filiale,Nord\nvon,bis,Stand\nKundin,Wann,Betrag\nAnn,2011-03-01,5\n";
    expect((await read(text)).parts[0]!.header).toEqual(["Umsatz", "Filiale", "Nord"]);
    const columns = { customer: "Kundin", invoiced_at: "Wann", amount: "Betrag" };
    expect((await readText(workspace, "a.csv", text, { columns })).parts[0]).toMatchObject({
      header: ["Kundin", "Wann", "Betrag"],
      lines: [4],
    });
  });

  it("with unknown names is as wide as the rows below, whatever a title holds", async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `${i};01.12.2011;a${i}@b.de;8;3,95;507,88`);
    const text = `Bestellungen;;;\nZeitraum;01.01.2011;31.12.2011\nNr;Tag;Mail;Menge;Preis;Summe\n${rows.join("\n")}\n`;
    const { parts, ragged } = await read(text);
    expect(parts[0]).toMatchObject({ header: ["Nr", "Tag", "Mail", "Menge", "Preis", "Summe"] });
    expect(parts[0]!.lines[0]).toBe(4);
    expect(ragged).toEqual([]);
  });

  it("is none where a row repeats the header or names other columns below it", async () => {
    const { parts } = await read(`${header}\n${line}\n${header}\n`);
    expect(parts[0]!.lines).toEqual([2, 3]);
    const other = await read(`Invoice,Was,Wann\n1,a,b\n${header.split(",").slice(0, 3).join(",")}\n`);
    expect(other.parts[0]!.header).toEqual(["Invoice", "Was", "Wann"]);
  });
});

describe("a text file that is odd", () => {
  it("may mix its line ends, and keeps those inside its values", async () => {
    const odd = line.replace("LIGHT", '"a\r\nb"');
    const { parts } = await read(`${header}\r\n${line}\n${odd}\r\n${line}\r${odd}\n\n\r\n${line}`);
    expect(parts[0]!.rows.map((values) => values[2])).toEqual(["LIGHT", "a\r\nb", "LIGHT", "a\r\nb", "LIGHT"]);
    expect(parts[0]!.lines).toEqual([2, 3, 5, 6, 10]);
  });

  it("may have 10,000 columns", async () => {
    const more = Array.from({ length: 9_992 }, (_, i) => `a rather long name for column ${i}`);
    const text = `${header},${more.join(",")}\n${line},${more.map((_, i) => i).join(",")}\n`;
    const sales = await openText(workspace, "wide.csv", text);
    expect((await sales.rows<{ sku: string }>("SELECT sku FROM rows"))[0]).toEqual({ sku: "85123A" });
    sales.close();
  });

  it("keeps every row where values hold lines that look like rows", async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},"${`${line}\n`.repeat(i % 7)}",3\n`);
    const { parts, ragged } = await read(`Invoice,Description,Quantity\n${rows.join("")}`);
    expect(ragged).toEqual([]);
    expect(parts[0]!.rows.map(([invoice]) => invoice)).toEqual(rows.map((_, i) => String(i)));
  });

  it("may be called as no pattern and no statement would like", async () => {
    for (const name of ["a[1]*?.csv", "it's, {b}.csv", 'x"; DROP TABLE rows; --.csv']) {
      expect((await read(`${header},"x""; DROP TABLE y"\n${line},z\n`, name)).parts[0]!.rows).toHaveLength(1);
    }
  });
});

describe("a text file that is bad", () => {
  it("is refused with its line", async () => {
    await fails(`${header}\n${line}\n${line.replace("LIGHT", "LI\0GHT")}\n`).toThrow(
      "shop.csv has a NUL byte in line 3; it is not text, or it is damaged",
    );
    await fails(`${header}\n${line}\n${line.replace("LIGHT", '"LIGHT')}\n${line}\n`).toThrow(
      'shop.csv has a quote that opens in line 3 and never closes; close it, or say with --quote "" that nothing is quoted',
    );
    await fails(`"${header}\n${line}\n`).toThrow("shop.csv has a quote in its header, line 1, that never closes");
    await fails(`${header},Price\n${line},1\n`).toThrow(
      'shop.csv has two columns named "Price"; rename or remove one of them',
    );
  });

  it("of garbage is refused", async () => {
    const garbage = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256));
    await fails(garbage).toThrow("shop.csv is not a text file in UTF-8 or latin-1");
    await fails("  \n\n").toThrow("shop.csv holds nothing but blanks");
  });

  it("with a line of 200 MB is refused or says which line it leaves out", async () => {
    const long = Buffer.alloc(200_000_000, "x");
    await fails(long).toThrow(
      "the first line of shop.csv is longer than 4 million characters, which no header is; is it a table?",
    );
    const path = join(workspace.root, "long.csv");
    writeFileSync(
      path,
      Buffer.concat([Buffer.from(`${header}\n${line}\n`), long, Buffer.from(`\n${line}\n${line}\n`)]),
    );
    const { parts, ragged } = await readParts(workspace, path);
    expect(parts[0]!.rows).toEqual([row, row, row]);
    expect(parts[0]!.lines).toEqual([2, 4, 5]);
    expect(ragged).toEqual([{ part: 0, line: 3, text: "x".repeat(200), reason: "is longer than 2 MB" }]);
  });

  it("without rows is said to have none", async () => {
    await expect(openText(workspace, "none.csv", `${header}\r\n`)).rejects.toThrow("none.csv has a header but no rows");
  });

  it.each([
    [
      "old.xls",
      "\xd0\xcf\x11\xe0",
      "old.xls is an old (.xls) or a locked Excel workbook; save it as .xlsx without a password",
    ],
    ["list.csv", "%PDF-1.7", "list.csv is a PDF; export the table as .csv"],
    ["shop.xlsx", header, "shop.xlsx is not an Excel workbook; if it is text, rename it to .csv"],
    ["shop.csv.gz", header, "shop.csv.gz is not a gzip archive; if it is text, rename it to .csv"],
  ])("of another kind is told so: %s", async (name, content, message) => {
    await fails(Buffer.from(content, "latin1"), name).toThrow(message);
  });
});
