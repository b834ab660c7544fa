import { SegmentLabError } from "../../core/errors.js";
import { csvFields } from "./csv-fields.js";

/** How a CSV file parts and quotes its values. */
export interface CsvShape {
  readonly delimiter: string;
  /** Empty where nothing is quoted. */
  readonly quote: string;
  readonly header: readonly string[];
}

/** The delimiters that are looked for, and their names for people. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

const quotes = ['"', "'"];
const sampleRows = 200;
const sampleLength = 64 * 1024;

/**
 * Finds a CSV file's delimiter and quote: those under which its header shows the most known columns, then those under
 * which its first rows are as wide as the header, and the widest of these.
 *
 * @param text the file's beginning
 * @param isWhole true where the text is all of the file
 * @param name the file's name, for messages
 * @param knownColumns how many names of a header are known
 * @param given what the caller knows already
 * @throws SegmentLabError `bad-file` where the header does not end in the text
 */
export function detectDialect(
  text: string,
  isWhole: boolean,
  name: string,
  knownColumns: (header: readonly string[]) => number,
  given: { readonly delimiter?: string; readonly quote?: string } = {},
): CsvShape {
  if (isWhole && text.trim() === "") throw new SegmentLabError("empty-file", `${name} holds nothing but blanks`);
  // some rows tell enough, unless the header alone is longer
  const rows = csvFields(text.slice(0, sampleLength), given.delimiter ?? ",", given.quote ?? '"', 1, false).records;
  if (rows.length > 0 && text.length > sampleLength) {
    return detectDialect(text.slice(0, sampleLength), false, name, knownColumns, given);
  }
  const delimiters = given.delimiter === undefined ? Object.keys(delimiterNames) : [given.delimiter];
  const candidates = (given.quote === undefined ? quotes : [given.quote]).flatMap((quote) =>
    delimiters.map((delimiter) => ({ delimiter, quote, ...csvFields(text, delimiter, quote, sampleRows, isWhole) })),
  );
  const scored = candidates
    // an apostrophe is no quote unless a value stands in two of them
    .filter(
      ({ records, quote, quotedFields }) => records.length > 0 && (quote !== "'" || quotedFields > 0 || given.quote),
    )
    .map(({ delimiter, quote, records }) => {
      const header = records[0]!.map((title) => title.trim());
      return { delimiter, quote, header, score: score(header, records, quote, knownColumns) };
    });
  if (scored.length === 0) throw unendedHeader(text, name, candidates[0]!.isOpen);
  // of equals the first one: a comma and a double quote are the rule
  const best = scored.reduce((winner, other) => (compare(other.score, winner.score) > 0 ? other : winner));
  const { delimiter, quote, header } = best;
  const isLeftOpen = candidates.some((other) => other.delimiter === delimiter && other.quote === '"' && other.isOpen);
  if (quote === "'" && isLeftOpen && header.some((title) => title.startsWith('"'))) {
    throw unendedHeader(text, name, true);
  }
  return { delimiter, quote, header };
}

function score(
  header: readonly string[],
  records: readonly (readonly string[])[],
  quote: string,
  knownColumns: (header: readonly string[]) => number,
): number[] {
  const rows = records.slice(1);
  const fitting = rows.length === 0 ? 1 : rows.filter((row) => row.length === header.length).length / rows.length;
  return [knownColumns(header), header.length > 1 ? fitting : 0, -wrappedColumns(records, quote), header.length];
}

/** In how many columns the values keep the other quote at both ends: a wrong quote leaves the right one as text. */
function wrappedColumns(records: readonly (readonly string[])[], quote: string): number {
  const other = quote === '"' ? "'" : '"';
  const isWrapped = (value: string) => value.length > 1 && value.startsWith(other) && value.endsWith(other);
  return records[0]!.filter((title, j) => {
    const values = records.slice(1).flatMap((row) => row[j] || []);
    return isWrapped(title.trim()) || (values.length > 1 && values.every(isWrapped));
  }).length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function unendedHeader(text: string, name: string, isOpen: boolean): SegmentLabError {
  if (isOpen) return new SegmentLabError("bad-file", `${name} has a quote in its header, line 1, that never closes`);
  const what = `the first line of ${name} is longer than ${Math.round(text.length / 1e6)} million characters`;
  return new SegmentLabError("bad-file", `${what}, which no header is; is it a table?`);
}
