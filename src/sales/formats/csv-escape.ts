import { createReadStream } from "node:fs";
import type { CsvMarks } from "./csv-marks.js";
import { type CsvRecord, CsvRecords } from "./csv-records.js";
import { misfit } from "./row-lines.js";

/**
 * Finds from the whole of a CSV file in UTF-8 how quotes inside quoted values are written: doubled, unless fewer rows
 * are at fault where a backslash stands before them.
 *
 * @param width how many columns the header has
 * @returns the quote itself or a backslash
 */
export async function findEscape(path: string, { delimiter, quote }: CsvMarks, width: number): Promise<string> {
  if (quote === "") return quote;
  const faults = [quote, "\\"].map((escapeMark) => {
    const found = { escapeMark, count: 0 };
    const take = (record: CsvRecord) => {
      if (record.hasStrayQuote || misfit(record, width) !== undefined) found.count++;
    };
    return { found, records: new CsvRecords({ delimiter, quote, escapeMark }, take) };
  });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (const { records } of faults) records.write(chunk);
  }
  for (const { records } of faults) records.end();
  const [doubled, escaped] = faults.map(({ found }) => found);
  return escaped!.count < doubled!.count ? escaped!.escapeMark : quote;
}
