import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { crc32, createDeflateRaw } from "node:zlib";
import { type Database, sqlText } from "../../src/core/database.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const titles = ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"];

/** The sheets of UCI's workbook: what they are called and which rows of the Parquet file they hold. */
const sheets = [
  { title: "Year 2009-2010", rows: "file_row_number < 525461" },
  { title: "Year 2010-2011", rows: "file_row_number >= 525461" },
];

/**
 * Writes the real transactions as UCI ships them: two sheets, texts shared, dates as serial numbers with a style,
 * invoice numbers and codes as numbers where they are. The engine writes the XML, row by row.
 *
 * @param folder an empty folder for the XML files
 */
export async function writeUciWorkbook(database: Database, parquet: string, folder: string, path: string) {
  const table = `read_parquet(${sqlText(parquet)}, file_row_number = true)`;
  const texts = ["Invoice", "StockCode", "Description", "Country"];
  const union = [
    ...texts.map((column) => `SELECT "${column}" AS text FROM ${table}`),
    `SELECT unnest(${list(titles)})`,
  ];
  await database.run(`CREATE TEMP TABLE strings AS
    SELECT text, row_number() OVER (ORDER BY text) - 1 AS id FROM (${union.join(" UNION ")}) WHERE text IS NOT NULL`);
  const save = async (name: string, select: string) => {
    const target = join(folder, name);
    // one column, nothing quoted: the lines are the XML
    await database.run(`COPY (${select}) TO ${sqlText(target)} (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\x01')`);
    return target;
  };
  const escaped = "replace(replace(replace(text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')";
  const strings = await save(
    "strings.xml",
    `SELECT '<si><t xml:space="preserve">' || ${escaped} || '</t></si>' FROM strings ORDER BY id`,
  );
  const shared = (letter: string, alias: string) =>
    `coalesce('<c r="${letter}' || n || '" t="s"><v>' || ${alias}.id || '</v></c>', '')`;
  const plain = (letter: string, value: string) =>
    `coalesce('<c r="${letter}' || n || '"><v>' || ${value} || '</v></c>', '')`;
  // a number where the text is written as one: 536365 but not 0123 or C489449
  const mixed = (letter: string, column: string, alias: string) =>
    `CASE WHEN regexp_full_match("${column}", '[1-9][0-9]{0,8}') THEN ${plain(letter, `"${column}"`)} ELSE ${shared(letter, alias)} END`;
  const serial = `(epoch_ms("InvoiceDate") / 86400000.0 + 25569)`;
  const cells = [
    mixed("A", "Invoice", "i"),
    mixed("B", "StockCode", "s"),
    shared("C", "d"),
    plain("D", '"Quantity"'),
    `'<c r="E' || n || '" s="1"><v>' || ${serial} || '</v></c>'`,
    plain("F", '"Price"'),
    plain("G", '"Customer ID"'),
    shared("H", "c"),
  ];
  const bodies: string[] = [];
  for (const [i, { rows }] of sheets.entries()) {
    const select = `SELECT '<row r="' || n || '">' || ${cells.join(" || ")} || '</row>'
      FROM (SELECT *, row_number() OVER (ORDER BY file_row_number) + 1 AS n FROM ${table} WHERE ${rows}) AS t
      LEFT JOIN strings i ON i.text = t."Invoice" LEFT JOIN strings s ON s.text = t."StockCode"
      LEFT JOIN strings d ON d.text = t."Description" LEFT JOIN strings c ON c.text = t."Country" ORDER BY n`;
    bodies.push(await save(`sheet${i + 1}.xml`, select));
  }
  const header = await database.rows<{ id: number }>(
    `SELECT id FROM unnest(${list(titles)}) WITH ORDINALITY AS t(text, place) JOIN strings USING (text) ORDER BY place`,
  );
  const first = `<row r="1">${header.map(({ id }) => `<c t="s"><v>${id}</v></c>`).join("")}</row>`;
  await writeZipOf(path, [
    ["[Content_Types].xml", ["<Types/>"]],
    ["_rels/.rels", [relations([["r1", "officeDocument", "xl/workbook.xml"]])]],
    [
      "xl/workbook.xml",
      [
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>`,
        ...sheets.map(({ title }, i) => `<sheet name="${title}" sheetId="${i + 1}" r:id="s${i + 1}"/>`),
        "</sheets></workbook>",
      ],
    ],
    [
      "xl/_rels/workbook.xml.rels",
      [
        relations([
          ["s1", "worksheet", "worksheets/sheet1.xml"],
          ["s2", "worksheet", "worksheets/sheet2.xml"],
          ["t1", "styles", "styles.xml"],
          ["t2", "sharedStrings", "sharedStrings.xml"],
        ]),
      ],
    ],
    [
      "xl/styles.xml",
      [`<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`],
    ],
    ["xl/sharedStrings.xml", [`<sst xmlns="${main}">`, { file: strings }, "</sst>"]],
    ...bodies.map((file, i): [string, Piece[]] => [
      `xl/worksheets/sheet${i + 1}.xml`,
      [`<worksheet xmlns="${main}"><sheetData>${first}`, { file }, "</sheetData></worksheet>"],
    ]),
  ]);
}

const list = (values: readonly string[]) => `[${values.map(sqlText).join(", ")}]`;

function relations(parts: readonly (readonly [id: string, type: string, target: string])[]): string {
  const tags = parts.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}">${tags.join("")}</Relationships>`;
}

type Piece = string | { readonly file: string };

/** Writes a zip archive entry by entry, none of which is held in memory. */
async function writeZipOf(path: string, entries: readonly (readonly [name: string, pieces: readonly Piece[]])[]) {
  const file = await open(path, "w");
  let offset = 0;
  const directory: Buffer[] = [];
  for (const [name, pieces] of entries) {
    const title = Buffer.from(name);
    const start = offset + 30 + title.length;
    const shared = await writeEntry(file, start, pieces);
    shared.writeUInt16LE(title.length, 22);
    await file.write(Buffer.concat([Buffer.from("PK\x03\x04"), shared, title]), 0, 30 + title.length, offset);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), shared, rest, title);
    offset = start + shared.readUInt32LE(14);
  }
  const body = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(body.length, 8);
  end.writeUInt32LE(offset, 12);
  await file.write(Buffer.concat([body, Buffer.from("PK\x05\x06"), end]), 0, body.length + 22, offset);
  await file.close();
}

/** Packs an entry into its place; gives what its two headers share. */
async function writeEntry(file: FileHandle, start: number, pieces: readonly Piece[]): Promise<Buffer> {
  let [sum, bytes, packed] = [0, 0, 0];
  const deflate = createDeflateRaw({ level: 1 });
  const feed = async () => {
    for (const piece of pieces) {
      const chunks = typeof piece === "string" ? [Buffer.from(piece)] : createReadStream(piece.file);
      for await (const chunk of chunks as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        bytes += chunk.length;
        if (!deflate.write(chunk)) await new Promise((resume) => deflate.once("drain", resume));
      }
    }
    deflate.end();
  };
  const feeding = feed();
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    await file.write(chunk, 0, chunk.length, start + packed);
    packed += chunk.length;
  }
  await feeding;
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(sum, 10);
  shared.writeUInt32LE(packed, 14);
  shared.writeUInt32LE(bytes, 18);
  return shared;
}
