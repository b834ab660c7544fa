import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Database } from "../../core/database.js";
import type { LoadedTable } from "../loading/loaded-table.js";
import { type CsvShape, delimiterNames, detectDialect } from "./csv-dialect.js";
import { findEscape } from "./csv-escape.js";
import { CsvRecords } from "./csv-records.js";
import { findRegularity } from "./csv-regularity.js";
import { createCsvView } from "./csv-view.js";
import type { FilePart } from "./file-part.js";
import { titleNote } from "./find-header.js";
import { plainlyNamed } from "./plainly-named.js";
import { rewriteCsv } from "./rewrite-csv.js";
import { type CsvText, findRaggedRows, linesOfRows } from "./row-lines.js";
import { findEncoding, type TextEncoding } from "./text-encoding.js";
import { transcode } from "./transcode.js";
import { saveStream } from "./unpack-file.js";

/** What a caller may know of a CSV file; what is left out is detected. */
export interface DialectOptions {
  readonly encoding?: TextEncoding;
  /** One ASCII character. */
  readonly delimiter?: string;
  /** One ASCII character, or none where nothing is quoted. */
  readonly quote?: string;
  /** What stands before a quote inside a quoted value: one ASCII character, the quote itself where quotes are doubled. */
  readonly escapeMark?: string;
}

const longestHeader = 4_000_000;

/**
 * Looks at a text file: its encoding, its delimiter, its quotes and what escapes them, its header.
 *
 * @param scratchPath where a file may be written whose name starts like this
 * @param knownColumns how many names of a header are known
 * @throws SegmentLabError `bad-file` where it is no text or no table, `empty-file` where nothing is in it
 */
export async function openCsv(
  path: string,
  name: string,
  scratchPath: string,
  knownColumns: (header: readonly string[]) => number,
  given: DialectOptions = {},
): Promise<FilePart> {
  const { encoding, mayEscapeQuotes, mixedFrom } = await findEncoding(path, name, given.encoding);
  let textPath = path;
  if (encoding !== "utf-8" || mixedFrom !== undefined) {
    textPath = `${scratchPath}.utf8`;
    await transcode(path, name, encoding, textPath);
  }
  const { bytes, isWhole } = await readStart(textPath);
  const text = new TextDecoder("utf-8").decode(bytes);
  const detect = (known: Partial<CsvShape>) => detectDialect(text, isWhole, name, knownColumns, known);
  let shape = detect(given);
  if (mayEscapeQuotes && given.escapeMark === undefined) {
    // a row behind the first ones may tell another way of writing quotes
    const escapeMark = await findEscape(textPath, shape, shape.header.length);
    if (escapeMark !== shape.escapeMark) shape = detect({ ...given, quote: shape.quote, escapeMark });
  }
  const { line, start } = placeOfHeader(bytes, shape);
  return {
    name,
    header: shape.header,
    notes: [
      ...notesOf(name, encoding, shape),
      ...(mixedFrom === undefined ? [] : [mixedNote(name, encoding, mixedFrom)]),
      ...(shape.titles.length > 0 ? [titleNote(name, "line", line, shape.titles)] : []),
    ],
    load: async (database, table) => {
      const body = shape.titles.length === 0 ? textPath : `${scratchPath}.table`;
      if (body !== textPath) await saveStream(createReadStream(textPath, { start }), name, body);
      return loadCsvPart(database, table, { name, path: body, scratchPath, encoding, shape, headerLine: line });
    },
  };
}

interface OpenedCsv extends CsvText {
  readonly name: string;
  readonly scratchPath: string;
  readonly encoding: TextEncoding;
}

async function loadCsvPart(database: Database, table: string, csv: OpenedCsv): Promise<LoadedTable> {
  const { name, scratchPath, encoding, shape, headerLine } = csv;
  const { delimiter, quote, escapeMark, header } = shape;
  const { isRegular, hasQuotedEnds, lineEnd } = await findRegularity(csv.path, shape);
  const columns = header.map((title, i) => ({ header: title, sql: `c${i}`, type: "VARCHAR" }));
  const shared = { columns: Object.fromEntries(columns.map(({ sql, type }) => [sql, type])), delimiter };
  const loaded = {
    table,
    name,
    columns,
    size: (await stat(csv.path)).size,
    firstLine: headerLine + 1,
    dialect: { encoding, delimiter, quote },
    linesOf: (rows: readonly number[]) => linesOfRows(csv, rows),
  };
  if (isRegular) {
    const path = await plainlyNamed(csv.path, scratchPath);
    const view = { ...shared, path, quote, escapeMark, lineEnd, header: true, parallel: !hasQuotedEnds };
    await createCsvView(database, table, view);
    const regular: LoadedTable = { ...loaded, raggedRows: { path, find: () => findRaggedRows(csv) } };
    const retyped = async (types: Readonly<Record<string, string>>): Promise<LoadedTable> => {
      await createCsvView(database, table, { ...view, columns: { ...view.columns, ...types } });
      const typed = columns.map((column) => ({ ...column, type: types[column.sql] ?? column.type }));
      return { ...regular, columns: typed, retyped };
    };
    return { ...regular, retyped };
  }
  const path = `${scratchPath}.rows`;
  const rewritten = await rewriteCsv(csv, name, path);
  const marks = {
    quote: '"',
    escapeMark: '"',
    lineEnd: "\n",
    header: false,
    parallel: !rewritten.hasQuotedEnds,
  } as const;
  await createCsvView(database, table, { ...shared, ...marks, path });
  return { ...loaded, raggedRows: { find: async () => rewritten.ragged } };
}

async function readStart(path: string): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead < longestHeader };
  } finally {
    await file.close();
  }
}

/** The line and the first byte of the header. */
function placeOfHeader(bytes: Buffer, shape: CsvShape): { line: number; start: number } {
  const places: { line: number; start: number }[] = [];
  const records = new CsvRecords(
    shape,
    ({ line, start }) => places.length <= shape.titles.length && places.push({ line, start }),
  );
  records.write(bytes);
  records.end();
  return places[shape.titles.length]!;
}

function mixedNote(name: string, encoding: TextEncoding, line: number): string {
  const others =
    encoding === "utf-8" ? "they are shown as \ufffd" : "so other letters than ASCII's are garbled before it";
  const way = encoding === "utf-8" ? "" : "; --encoding utf-8 reads those right";
  return `${name} is written in two encodings: UTF-8 up to line ${line}, where bytes stand that are none. It is read as ${encoding}, ${others}${way}.`;
}

function notesOf(name: string, encoding: TextEncoding, { delimiter, quote, escapeMark, header }: CsvShape): string[] {
  const parted = delimiterNames[delimiter] ?? `"${delimiter}"`;
  const quoting =
    quote === '"' ? "double quotes" : quote === "'" ? "single quotes" : quote === "" ? "no quotes" : quote;
  const escaping =
    escapeMark === quote ? "" : `, ${escapeMark === "\\" ? "a backslash" : escapeMark} before a quote in a value`;
  return [`${name}: ${encoding}, ${header.length} columns parted by ${parted}, ${quoting}${escaping}`];
}
