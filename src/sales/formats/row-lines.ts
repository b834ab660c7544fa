import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { CsvShape } from "./csv-dialect.js";
import { type CsvRecord, CsvRecords } from "./csv-records.js";
import { longestRow } from "./csv-view.js";
import { readableSize } from "./unpack-limits.js";

/** A CSV text in UTF-8 that begins with its header. */
export interface CsvText {
  readonly path: string;
  readonly shape: CsvShape;
  /** The number of the header's line in the user's file. */
  readonly headerLine: number;
}

/** A row that does not fit its table. */
export interface RaggedRow {
  /** The line on which it starts, as an editor counts. */
  readonly line: number;
  /** Its text, at most 200 characters of it. */
  readonly text: string;
  readonly reason: string;
}

/** How much of a row's text is shown, in characters. */
export const longestText = 200;

/**
 * Finds the lines on which rows stand: values with line ends, blank lines and rows left out make them differ.
 *
 * @param rows numbers of rows from 0, counted over the rows that fit
 * @returns for each of them the number of its line, from 1
 */
export async function linesOfRows(text: CsvText, rows: readonly number[]): Promise<number[]> {
  const lines = new Map(rows.map((row) => [row, 0]));
  let row = 0;
  await eachRow(text, (record) => {
    if (misfit(record, text.shape.header.length) !== undefined) return;
    if (lines.has(row)) lines.set(row, record.line);
    row++;
  });
  return rows.map((wanted) => lines.get(wanted)!);
}

/** Lists the rows that the engine keeps out, in the file's order. */
export async function findRaggedRows(text: CsvText): Promise<RaggedRow[]> {
  const { path, shape } = text;
  const found: { record: CsvRecord; reason: string }[] = [];
  await eachRow(text, (record) => {
    const reason = misfit(record, shape.header.length);
    if (reason !== undefined) found.push({ record, reason });
  });
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(longestText * 4);
    const rows: RaggedRow[] = [];
    for (const { record, reason } of found) {
      const length = Math.min(buffer.length, record.end - record.start);
      const { bytesRead } = await file.read(buffer, 0, length, record.start);
      const start = buffer.subarray(0, bytesRead).toString("utf8").slice(0, longestText);
      rows.push({ line: record.line, text: start, reason });
    }
    return rows;
  } finally {
    await file.close();
  }
}

/** Why a row cannot be read; undefined where it can. */
export function misfit(
  { fields, lastFilled, isBroken, openQuote, start, end }: CsvRecord,
  width: number,
): string | undefined {
  if (openQuote > 0) return `has a quote that opens in line ${openQuote} never closes`;
  if (end - start > longestRow) return `is longer than ${readableSize(longestRow)}`;
  if (isBroken) return "has text behind a closing quote";
  // empty values too many are a habit of some programs, and lose nothing
  if (fields < width || lastFilled > width)
    return `has ${fields} value${fields === 1 ? "" : "s"} where the header has ${width}`;
  return undefined;
}

async function eachRow({ path, shape, headerLine }: CsvText, onRow: (record: CsvRecord) => void): Promise<void> {
  let isHeader = true;
  const take = (record: CsvRecord) => {
    if (!isHeader) onRow(record);
    isHeader = false;
  };
  const records = new CsvRecords(shape, take, headerLine);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    records.write(chunk);
  }
  records.end();
}
