import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openDatabase, sqlText } from "../../../src/core/database.js";
import { unpackFile } from "../../../src/sales/formats/unpack-file.js";
import { defaultLimits } from "../../../src/sales/formats/unpack-limits.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { header } from "../tiny-shop.js";
import { readParts, readText } from "./read-parts.js";
import { textRow, writeWorkbook } from "./write-workbook.js";
import { writeZip } from "./write-zip.js";

const workspace = scratchWorkspace();
const titles = header.split(",");
const row = ["1001", "85123A", "LIGHT £5", "6", "2011-03-01 08:26:00", "2.55", "17850", "United Kingdom"];
const text = `${header}\n${row.join(",")}\n`;
const fails = (name: string, content: Uint8Array, options?: Parameters<typeof readText>[3]) =>
  expect(readText(workspace, name, content, options)).rejects;

/** Lets the engine write a table of two rows. */
async function written(name: string, options: string): Promise<string> {
  const database = await openDatabase();
  const path = join(workspace.root, name);
  await database.run(`COPY (SELECT * FROM (VALUES (1001, 'LIGHT £5', TIMESTAMP '2011-03-01 08:26:00'), (1002, NULL, NULL))
    AS t(Invoice, Description, InvoiceDate)) TO ${sqlText(path)} (${options})`);
  database.close();
  return path;
}

describe("a packed file", () => {
  it("is read from gzip and Zstandard, in one piece or in several", async () => {
    const members = Buffer.concat([gzipSync(`${header}\n`), gzipSync(`${row.join(",")}\n`)]);
    const { parts } = await readText(workspace, "shop.csv.gz", members);
    expect(parts[0]).toMatchObject({ name: "shop.csv", header: titles, rows: [row] });
    const latin = await readText(workspace, "shop.csv.gz", gzipSync(Buffer.from(text, "latin1")));
    expect(latin.parts[0]!.rows).toEqual([row]);
    const path = await written("small.csv.zst", "FORMAT csv, HEADER, COMPRESSION zstd");
    const rows = [
      ["1001", "LIGHT £5", "2011-03-01 08:26:00"],
      ["1002", null, null],
    ];
    expect((await readParts(workspace, path)).parts[0]).toMatchObject({ name: "small.csv", rows });
  });

  it("may be a Parquet file, on its own, packed or in a zip archive", async () => {
    const path = await written("shop.parquet", "FORMAT parquet");
    const rows = [
      ["1001", "LIGHT £5", "2011-03-01 08:26:00"],
      ["1002", null, null],
    ];
    const bytes = readFileSync(path);
    expect((await readParts(workspace, path)).parts[0]).toMatchObject({ rows, lines: [1, 2] });
    expect((await readText(workspace, "p.parquet.gz", gzipSync(bytes))).parts[0]!.rows).toEqual(rows);
    const zip = writeZip([{ name: "in/shop.parquet", content: bytes }]);
    expect((await readText(workspace, "p.zip", zip)).parts[0]).toMatchObject({ name: "p.zip/in/shop.parquet", rows });
  });

  it("is known by its content, whatever its name says", async () => {
    const { parts, notes } = await readText(workspace, "shop.csv", gzipSync(text));
    expect(parts[0]!.rows).toEqual([row]);
    expect(notes[0]).toBe("shop.csv is no text, whatever its name says: it is read as gzip");
    const zipped = await readText(workspace, "z.txt", writeZip([{ name: "a.csv", content: text }]));
    expect(zipped.parts[0]).toMatchObject({ name: "z.txt/a.csv", rows: [row] });
  });

  it("that is damaged, cut short or packed twice is refused", async () => {
    const packed = gzipSync(text);
    await fails("cut.csv.gz", packed.subarray(0, packed.length - 12)).toThrow(
      "cut.csv.gz cannot be unpacked: unexpected end of file; it may be damaged or cut short",
    );
    const zstd = readFileSync(await written("whole.csv.zst", "FORMAT csv, HEADER, COMPRESSION zstd"));
    await fails("cut.csv.zst", zstd.subarray(0, zstd.length - 6)).toThrow(
      /^cut\.csv\.zst cannot be unpacked: .+; it may be/,
    );
    await fails("twice.csv.gz.gz", gzipSync(packed)).toThrow(
      "twice.csv.gz is an archive inside an archive; unpack the outer one first",
    );
  });
});

describe("a full disk", () => {
  it.skipIf(!existsSync("/dev/full"))("is told as one (where the system has /dev/full to try it on)", async () => {
    const path = join(workspace.root, "full.csv.gz");
    writeFileSync(path, gzipSync(text));
    await expect(unpackFile(path, "full.csv.gz", "gzip", "/dev/full", defaultLimits)).rejects.toThrow(
      "the disk is full while full.csv.gz is unpacked; make room, or let TMPDIR name another disk",
    );
  });
});

describe("a zip archive", () => {
  it("gives a part for each table in it, and names what it leaves out", async () => {
    const zip = writeZip([
      { name: "2010/", content: "" },
      { name: "2010/orders.csv", content: text },
      { name: "2011/orders.tsv", content: text.replaceAll(",", "\t") },
      { name: "readme.txt", content: "These are\norders\n" },
      { name: "licence.md", content: "Free" },
      { name: "__MACOSX/2010/._orders.csv", content: "\0\0" },
    ]);
    const { parts, notes } = await readText(workspace, "b.zip", zip);
    expect(parts.map(({ name, rows }) => [name, rows])).toEqual([
      ["b.zip/2010/orders.csv", [row]],
      ["b.zip/2011/orders.tsv", [row]],
    ]);
    expect(notes).toContain("b.zip/licence.md is left out: it is no table");
    expect(notes).toContain("b.zip/readme.txt is left out: it lacks the needed columns (found: These are)");
  });

  it("may hold a workbook, as UCI ships it", async () => {
    const workbook = writeWorkbook([{ title: "Year", rows: textRow(1, titles) + textRow(2, row) }]);
    const zip = writeZip([{ name: "online.xlsx", content: workbook }]);
    const { parts } = await readText(workspace, "u.zip", zip);
    expect(parts[0]).toMatchObject({ name: 'u.zip/online.xlsx, sheet "Year"', rows: [row] });
  });

  it.each([
    ["climbs out", { name: "../evil.csv", content: text }, 'h.zip holds "../evil.csv", which climbs out of its folder'],
    ["climbs out", { name: "a/../../evil.csv", content: text }, 'h.zip holds "a/../../evil.csv", which climbs out'],
    ["climbs out", { name: "..\\evil.csv", content: text }, 'h.zip holds "../evil.csv", which climbs out'],
    ["is absolute", { name: "/etc/evil.csv", content: text }, 'h.zip holds "/etc/evil.csv", which climbs out'],
    [
      "is a symbolic link",
      { name: "link.csv", content: "/etc/passwd", mode: 0o120777 },
      'h.zip holds "link.csv", a symbolic link; pack the file itself',
    ],
    [
      "is locked",
      { name: "a.csv", content: text, flags: 1 },
      'h.zip holds "a.csv", locked with a password; unpack it first',
    ],
    ["is an archive", { name: "a.zip", content: "PK" }, "h.zip/a.zip is an archive inside an archive"],
    [
      "is an archive by content",
      { name: "a.csv", content: gzipSync(text) },
      "h.zip/a.csv is an archive inside an archive",
    ],
    ["lies about its size", { name: "a.csv", content: text, declaredSize: 10 }, "h.zip/a.csv cannot be unpacked"],
  ])("with an entry that %s is refused by name", async (_what, entry, message) => {
    await fails("h.zip", writeZip([{ name: "fine.csv", content: text }, entry])).toThrow(message);
  });

  it("with an entry that is not what was packed is refused", async () => {
    const zip = writeZip([{ name: "a.csv", content: text }]);
    zip.writeUInt32LE(1, zip.indexOf("PK\x01\x02") + 16);
    await fails("damaged.zip", zip).toThrow(
      "damaged.zip/a.csv cannot be unpacked: its checksum is wrong; it may be damaged or cut short",
    );
  });

  it("without a table says what it holds", async () => {
    await fails("none.zip", writeZip([{ name: "a.pdf", content: "x" }])).toThrow(
      "none.zip holds no table (found: a.pdf)",
    );
    await fails("empty.zip", writeZip([])).toThrow("empty.zip holds no table (it is empty)");
    await fails("cut.zip", writeZip([{ name: "a.csv", content: text }]).subarray(0, 60)).toThrow(
      "cut.zip is no whole zip file: its end is missing",
    );
  });
});

describe("a zip bomb", () => {
  const zeros = Buffer.alloc(40_000_000, "1,2,3\n");

  it("is refused by what it says of itself", async () => {
    const bomb = writeZip([{ name: "a.csv", content: zeros }]);
    await fails("bomb.zip", bomb).toThrow(
      "bomb.zip/a.csv unpacks to more than 200 times its size, as a zip bomb does; if you trust it, unpack it yourself",
    );
    await fails("bomb.zip", bomb, { limits: { ratio: 10_000, bytes: 30_000_000 } }).toThrow(
      "bomb.zip/a.csv unpacks to more than 30 MB; if you trust it, unpack it yourself",
    );
  });

  it("is refused while it unpacks, and leaves nothing large behind", async () => {
    await fails("bomb.csv.gz", gzipSync(zeros)).toThrow(
      "bomb.csv.gz unpacks to more than 200 times its size, as a zip bomb does",
    );
    await fails("lying.zip", writeZip([{ name: "a.csv", content: zeros, declaredSize: 1000 }])).toThrow(
      "lying.zip/a.csv cannot be unpacked",
    );
    await fails("bomb.csv.gz", gzipSync(zeros), { limits: { ratio: 10_000, bytes: 1_000_000 } }).toThrow(
      "bomb.csv.gz unpacks to more than 1 MB",
    );
  });

  it("is refused where many entries make it one together", async () => {
    const half = zeros.subarray(0, 12_000_000);
    const bomb = writeZip(["a", "b", "c"].map((name) => ({ name: `${name}.csv`, content: half })));
    await fails("many.zip", bomb).toThrow("many.zip unpacks to more than 200 times its size");
  });

  it("writes nothing outside its scratch folder", async () => {
    writeFileSync(join(workspace.root, "x.zip"), writeZip([{ name: "../only.csv", content: text }]));
    await expect(readParts(workspace, "x.zip")).rejects.toThrow("climbs out");
    const { parts } = await readText(workspace, "y.zip", writeZip([{ name: "a/b/only.csv", content: text }]));
    expect(parts).toHaveLength(1);
    expect(readdirSync(workspace.root, { recursive: true }).filter((name) => String(name).includes("only"))).toEqual(
      [],
    );
  });
});
