import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { SegmentLabError } from "../../core/errors.js";
import { csvFields } from "./csv-fields.js";
import { type CsvRecord, CsvRecords } from "./csv-records.js";
import { longestRow } from "./csv-view.js";
import { type CsvText, longestText, misfit, type RaggedRow } from "./row-lines.js";
import { unpackFault } from "./unpack-file.js";

/** What became of a CSV file that was written anew. */
export interface RewrittenCsv {
  readonly ragged: readonly RaggedRow[];
  /** True where a value holds a line end. */
  readonly hasQuotedEnds: boolean;
}

/**
 * Writes the rows of an irregular CSV file as the engine reads them without fail: no header, \n behind each row, double
 * quotes where they are needed. Rows that do not fit are left out and listed.
 *
 * @throws SegmentLabError `bad-file` for a quote that never closes
 */
export async function rewriteCsv(
  { path, shape, headerLine }: CsvText,
  name: string,
  target: string,
): Promise<RewrittenCsv> {
  const { delimiter, header } = shape;
  const ragged: RaggedRow[] = [];
  let hasQuotedEnds = false;
  let isHeader = true;
  let rows: string[] = [];
  const takeRow = (record: CsvRecord, bytes: Buffer) => {
    if (record.openQuote > 0) throw unclosedQuote(name, record.openQuote);
    if (isHeader) {
      isHeader = false;
      return;
    }
    const reason = misfit(record, header.length);
    if (reason !== undefined) {
      const text = bytes.toString("utf8", 0, longestText * 4).slice(0, longestText);
      ragged.push({ line: record.line, text, reason });
      return;
    }
    const values = csvFields(bytes.toString("utf8"), shape, 1, true).records[0]!.slice(0, header.length);
    hasQuotedEnds ||= values.some((value) => /[\n\r]/.test(value));
    rows.push(`${values.map((value) => written(value, delimiter)).join(delimiter)}\n`);
  };

  let held: Buffer[] = [];
  let chunk: Buffer = Buffer.alloc(0);
  let base = 0;
  const take = (record: CsvRecord) => {
    const piece = chunk.subarray(Math.max(0, record.start - base), record.end - base);
    takeRow(record, held.length === 0 ? piece : Buffer.concat([...held, piece]));
    held = [];
  };
  const records = new CsvRecords(shape, take, headerLine);
  const file = await open(target, "w");
  try {
    for await (chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      records.write(chunk);
      // more of a row than can be read is not held
      const isHolding = records.pending >= 0 && base - records.pending <= longestRow;
      if (isHolding) held.push(chunk.subarray(Math.max(0, records.pending - base)));
      base += chunk.length;
      // write() alone stops short, without an error, where the disk is full
      await file.appendFile(rows.join(""));
      rows = [];
    }
    chunk = Buffer.alloc(0);
    records.end();
    await file.appendFile(rows.join(""));
  } catch (error) {
    throw unpackFault(name, error);
  } finally {
    await file.close();
  }
  return { ragged, hasQuotedEnds };
}

function written(value: string, delimiter: string): string {
  const isPlain = !value.includes(delimiter) && !/["\n\r]|^\s|\s$/.test(value);
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

function unclosedQuote(name: string, line: number): SegmentLabError {
  const advice = 'close it, or say with --quote "" that nothing is quoted';
  return new SegmentLabError("bad-file", `${name} has a quote that opens in line ${line} and never closes; ${advice}`);
}
