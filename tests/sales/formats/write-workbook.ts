import { writeZip, type ZipFixtureEntry } from "./write-zip.js";

export interface SheetFixture {
  readonly title: string;
  /** The XML of its rows: `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly rows: string;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (list: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;

/** A workbook from the XML of its rows; style 1 is a date, style 2 an own date format, style 3 money in red. */
export function writeWorkbook(
  sheets: readonly SheetFixture[],
  strings: readonly string[] = [],
  { date1904 = false } = {},
): Buffer {
  const entries: ZipFixtureEntry[] = [
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "_rels/.rels", content: relations(relation("r1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
        .map(({ title }, i) => `<sheet name="${title}" sheetId="${i + 1}" r:id="s${i}"/>`)
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        sheets.map((_, i) => relation(`s${i}`, "worksheet", `/xl/worksheets/sheet${i}.xml`)).join("") +
          relation("t1", "styles", "styles.xml") +
          relation("t2", "sharedStrings", "sharedStrings.xml"),
      ),
    },
    {
      name: "xl/styles.xml",
      content: `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="d.m.yyyy&quot; um &quot;h:mm"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot; USD&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    },
    { name: "xl/sharedStrings.xml", content: `<sst xmlns="${main}">${strings.join("")}</sst>` },
    ...sheets.map(({ rows }, i) => ({
      name: `xl/worksheets/sheet${i}.xml`,
      content: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
  return writeZip(entries);
}

/** The XML of a row of texts, written in place. */
export function textRow(row: number, values: readonly string[]): string {
  const cells = values.map((value) => `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`);
  return `<row r="${row}">${cells.join("")}</row>`;
}
