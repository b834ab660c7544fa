import { open } from "node:fs/promises";
import type { Database } from "../../core/database.js";
import { countKnownColumns } from "../columns.js";
import type { LoadedTable } from "../loading/loaded-table.js";
import { type CsvShape, delimiterNames, detectDialect } from "./csv-dialect.js";
import { findRegularity } from "./csv-regularity.js";
import { createCsvView } from "./csv-view.js";
import type { FilePart } from "./file-part.js";
import { plainlyNamed } from "./plainly-named.js";
import { rewriteCsv } from "./rewrite-csv.js";
import { findRaggedRows, linesOfRows } from "./row-lines.js";
import { findEncoding, type TextEncoding } from "./text-encoding.js";
import { transcode } from "./transcode.js";

/** What a caller may know of a CSV file; what is left out is detected. */
export interface DialectOptions {
  readonly encoding?: TextEncoding;
  /** One ASCII character. */
  readonly delimiter?: string;
  /** One ASCII character, or none where nothing is quoted. */
  readonly quote?: string;
}

const longestHeader = 4_000_000;

/**
 * Looks at a text file: its encoding, its delimiter and quote, its header.
 *
 * @param scratchPath where a file may be written whose name starts like this
 * @throws SegmentLabError `bad-file` where it is no text or no table, `empty-file` where nothing is in it
 */
export async function openCsv(
  path: string,
  name: string,
  scratchPath: string,
  given: DialectOptions = {},
): Promise<FilePart> {
  const { encoding } = await findEncoding(path, name, given.encoding);
  let textPath = path;
  if (encoding !== "utf-8") {
    textPath = `${scratchPath}.utf8`;
    await transcode(path, name, encoding, textPath);
  }
  const { text, isWhole } = await readStart(textPath);
  const shape = detectDialect(text, isWhole, name, countKnownColumns, given);
  return {
    name,
    header: shape.header,
    notes: notesOf(name, encoding, shape),
    load: (database, table) => loadCsvPart(database, table, { name, textPath, scratchPath, encoding, shape }),
  };
}

interface OpenedCsv {
  readonly name: string;
  /** The text in UTF-8, line for line as in the user's file. */
  readonly textPath: string;
  readonly scratchPath: string;
  readonly encoding: TextEncoding;
  readonly shape: CsvShape;
}

async function loadCsvPart(database: Database, table: string, csv: OpenedCsv): Promise<LoadedTable> {
  const { name, textPath, scratchPath, encoding, shape } = csv;
  const { delimiter, quote, header } = shape;
  const { isRegular, hasQuotedEnds, lineEnd } = await findRegularity(textPath, shape);
  const columns = header.map((title, i) => ({ header: title, sql: `c${i}`, type: "VARCHAR" }));
  const shared = { columns: Object.fromEntries(columns.map(({ sql, type }) => [sql, type])), delimiter };
  const loaded = {
    table,
    name,
    columns,
    firstLine: 2,
    dialect: { encoding, delimiter, quote },
    linesOf: (rows: readonly number[]) => linesOfRows(textPath, shape, rows),
  };
  if (isRegular) {
    const path = await plainlyNamed(textPath, scratchPath);
    const view = { ...shared, path, quote, lineEnd, header: true, parallel: !hasQuotedEnds };
    await createCsvView(database, table, view);
    const regular: LoadedTable = { ...loaded, raggedRows: { path, find: () => findRaggedRows(textPath, shape) } };
    const retyped = async (types: Readonly<Record<string, string>>): Promise<LoadedTable> => {
      await createCsvView(database, table, { ...view, columns: { ...view.columns, ...types } });
      const typed = columns.map((column) => ({ ...column, type: types[column.sql] ?? column.type }));
      return { ...regular, columns: typed, retyped };
    };
    return { ...regular, retyped };
  }
  const path = `${scratchPath}.rows`;
  const rewritten = await rewriteCsv(textPath, name, shape, path);
  const parallel = !rewritten.hasQuotedEnds;
  await createCsvView(database, table, { ...shared, path, quote: '"', lineEnd: "\n", header: false, parallel });
  return { ...loaded, raggedRows: { find: async () => rewritten.ragged } };
}

async function readStart(path: string): Promise<{ text: string; isWhole: boolean }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    const text = new TextDecoder("utf-8").decode(buffer.subarray(0, bytesRead));
    return { text, isWhole: bytesRead < longestHeader };
  } finally {
    await file.close();
  }
}

function notesOf(name: string, encoding: TextEncoding, { delimiter, quote, header }: CsvShape): string[] {
  const parted = delimiterNames[delimiter] ?? `"${delimiter}"`;
  const quoting =
    quote === '"' ? "double quotes" : quote === "'" ? "single quotes" : quote === "" ? "no quotes" : quote;
  return [`${name}: ${encoding}, ${header.length} columns parted by ${parted}, ${quoting}`];
}
