import { describe, expect, it } from "vitest";
import { excelDate, isDateFormat } from "../../../src/sales/formats/excel-date.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { header, openText } from "../tiny-shop.js";
import { readText } from "./read-parts.js";
import { textRow, writeWorkbook } from "./write-workbook.js";
import { writeZip } from "./write-zip.js";

const workspace = scratchWorkspace();
const titles = header.split(",");
const row = ["1001", "85123A", "LIGHT", "6", "2011-03-01 08:26:00", "2.55", "17850", "United Kingdom"];
const read = (content: Uint8Array) => readText(workspace, "a.xlsx", content);

describe("a workbook", () => {
  it("gives a part for each sheet that has the needed columns, and names the others", async () => {
    const { parts, notes } = await read(
      writeWorkbook([
        { title: "Year 2009-2010", rows: textRow(1, titles) + textRow(2, row) },
        { title: "Notes &amp; more", rows: textRow(1, ["To whom it may concern"]) },
        { title: "Year 2010-2011", rows: textRow(3, titles) + textRow(7, row) + textRow(9, row) },
        { title: "Sheet3", rows: "" },
      ]),
    );
    expect(parts.map(({ name, rows, lines }) => [name, rows.length, lines])).toEqual([
      ['a.xlsx, sheet "Year 2009-2010"', 1, [2]],
      ['a.xlsx, sheet "Year 2010-2011"', 2, [7, 9]],
    ]);
    expect(parts[0]).toMatchObject({ header: titles, rows: [row] });
    expect(notes).toContain(
      'a.xlsx, sheet "Notes & more" is left out: it lacks the needed columns (found: To whom it may concern)',
    );
    expect(notes).toContain('a.xlsx, sheet "Sheet3" is left out: it is blank');
  });

  it("finds its header below titles by the names that the user gives", async () => {
    const rows = [
      ["Umsatz", "Nord"],
      ["Stand", "2011"],
      ["Kundin", "Wann", "Betrag"],
      ["Ann", "2011-03-01", "5"],
    ];
    const book = writeWorkbook([{ title: "x", rows: rows.map((cells, i) => textRow(i + 1, cells)).join("") }]);
    const columns = { customer: "Kundin", invoiced_at: "Wann", amount: "Betrag" };
    const { parts, notes } = await readText(workspace, "a.xlsx", book, { columns });
    expect(parts[0]).toMatchObject({ header: ["Kundin", "Wann", "Betrag"], lines: [4] });
    expect(notes).toEqual([
      'a.xlsx, sheet "x": rows 1 to 2 above the header in row 3 are skipped ("Umsatz Nord", "Stand 2011")',
    ]);
  });

  it("gives numbers short, dates as ISO, and every kind of text", async () => {
    const cells = [
      '<c r="A2"><v>536365</v></c>',
      '<c r="B2" t="s"><v>0</v></c>',
      '<c r="C2" t="s"><v>1</v></c>',
      '<c r="D2"><f>2*3</f><v>6.0</v></c>',
      '<c r="E2" s="1"><v>40627.351388889</v></c>',
      '<c r="F2" s="3"><v>2.5499999999999998</v></c>',
      '<c r="H2" t="str"><f>A1</f><v>It&apos;s &lt;big&gt;, &#163;5 &quot;x&quot;</v></c>',
      '<c r="XX2"><v>7</v></c>',
    ].join("");
    const odd =
      '<x:row r="3" xmlns:x="m"><x:c r="A3" t="b"><x:v>1</x:v></x:c><x:c r="B3" t="e"><x:v>#N/A</x:v></x:c>' +
      '<x:c r="C3" t="inlineStr"><x:is><x:t> a\nb </x:t></x:is></x:c><x:c r="E3" s="2"><x:v>40627</x:v></x:c>' +
      '<x:c r="F3"><x:v>1E+21</x:v></x:c><x:c r="G3" t="d"><x:v>2011-03-25T08:26:00Z</x:v></x:c>' +
      "<x:c r='H3' t='inlineStr'><x:is><x:t><![CDATA[<&>]]></x:t></x:is></x:c></x:row>";
    const strings = [
      "<si><t>85123A</t></si>",
      '<si><r><t>white </t></r><r><rPr><b/></rPr><t xml:space="preserve">metal </t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>light_x0021_</t></r></si>',
    ];
    const { parts } = await read(
      writeWorkbook(
        [{ title: "x", rows: `${textRow(1, titles)}<row r="2">${cells}</row><!-- a > b -->${odd}` }],
        strings,
      ),
    );
    expect(parts[0]!.rows).toEqual([
      ["536365", "85123A", "white metal light!", "6", "2011-03-25 08:26:00", "2.55", null, 'It\'s <big>, £5 "x"'],
      ["true", "#N/A", " a\nb ", null, "2011-03-25 00:00:00", "1e+21", "2011-03-25 08:26:00", "<&>"],
    ]);
  });

  it("may have titles above its header, which are skipped and named", async () => {
    const other = row.with(3, "six");
    const rows = [
      textRow(1, ["Sales of the shop"]),
      textRow(2, ["Exported on", "2011-12-10"]),
      textRow(4, titles),
      textRow(5, row),
      textRow(7, other),
    ].join("");
    const { parts, notes } = await read(writeWorkbook([{ title: "x", rows }]));
    expect(parts[0]).toMatchObject({ header: titles, rows: [row, other], lines: [5, 7] });
    expect(notes).toEqual([
      'a.xlsx, sheet "x": rows 1 to 3 above the header in row 4 are skipped ("Sales of the shop", "Exported on 2011-12-10")',
    ]);
    await expect(openText(workspace, "a.xlsx", writeWorkbook([{ title: "x", rows }]))).rejects.toThrow(
      'Quantity "six" in line 7 is not a whole number',
    );
  });

  it("counts its days from 1904 where it says so", async () => {
    const rows = `${textRow(1, titles)}<row><c s="1"><v>39165.5</v></c></row>`;
    const { parts } = await read(writeWorkbook([{ title: "x", rows }], [], { date1904: true }));
    expect(parts[0]!.rows[0]![0]).toBe("2011-03-25 12:00:00");
  });

  it("that is none, or has no rows, is refused", async () => {
    await expect(read(writeWorkbook([{ title: "x", rows: "" }]))).rejects.toThrow("a.xlsx has no sheet with rows");
    await expect(read(writeZip([{ name: "[Content_Types].xml", content: "<Types/>" }]))).rejects.toThrow(
      "a.xlsx is an Office document but no .xlsx workbook; save it as .xlsx",
    );
    const entity = '<!DOCTYPE x [<!ENTITY a "b">]>';
    await expect(read(writeWorkbook([{ title: "x", rows: entity }]))).rejects.toThrow(
      'a.xlsx, sheet "x" cannot be read as a workbook: its XML has a document type',
    );
    await expect(read(writeWorkbook([{ title: "x", rows: '<row><c r="ZZZZ1"><v>1</v></c></row>' }]))).rejects.toThrow(
      'a.xlsx, sheet "x" has a cell "ZZZZ1", which no sheet has',
    );
    const cut = writeWorkbook([{ title: "x", rows: textRow(1, titles) }]);
    await expect(read(cut.subarray(0, cut.length - 30))).rejects.toThrow(
      "a.xlsx is no whole zip file: its end is missing",
    );
  });
});

describe("a spreadsheet's date", () => {
  it.each([
    [1, "1900-01-01 00:00:00"],
    [59, "1900-02-28 00:00:00"],
    [61, "1900-03-01 00:00:00"],
    [40627.351388889, "2011-03-25 08:26:00"],
    [40627.99999999, "2011-03-26 00:00:00"],
    [40627.3513946759, "2011-03-25 08:26:00.500"],
    [0.351388889, "08:26:00"],
    [2958465, "9999-12-31 00:00:00"],
    [-1, "-1"],
    [5e6, "5000000"],
  ])("%d is %s", (serial, text) => {
    expect(excelDate(serial)).toBe(text);
  });

  it.each([
    [14, undefined, true],
    [22, undefined, true],
    [0, undefined, false],
    [49, undefined, false],
    [164, "yyyy-mm-dd", true],
    [164, "[$-409]m/d/yy h:mm AM/PM;@", true],
    [164, "[h]:mm", true],
    [164, "General", false],
    [164, "0.00E+00", false],
    [164, '[Red]#,##0.00" USD"', false],
    [164, "_-* #,##0.00_-;\\d0", false],
  ])("format %d %s", (id, code, is) => {
    expect(isDateFormat(id, code)).toBe(is);
  });
});
