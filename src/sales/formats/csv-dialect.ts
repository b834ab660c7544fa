import { SegmentLabError } from "../../core/errors.js";
import { type CsvFields, csvFields } from "./csv-fields.js";
import type { CsvMarks } from "./csv-marks.js";
import { findHeader, mostTitleRows } from "./find-header.js";

/** How a CSV file parts and quotes its values, and what it calls its columns. */
export interface CsvShape extends CsvMarks {
  readonly header: readonly string[];
  /** The rows above the header. */
  readonly titles: readonly (readonly string[])[];
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
 * Finds a CSV file's delimiter, quotes and what escapes them: those under which its header shows the most known columns, then those
 * under which its first rows are as wide as the header, and the widest of these.
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
  knownColumns: KnownColumns,
  given: Partial<CsvMarks> = {},
): CsvShape {
  if (isWhole && text.trim() === "") throw new SegmentLabError("empty-file", `${name} holds nothing but blanks`);
  // some rows tell enough, unless titles and the header alone are longer
  const usual = { delimiter: ",", quote: '"', escapeMark: given.quote ?? '"', ...given };
  const start = text.slice(0, sampleLength);
  if (text.length > sampleLength && csvFields(start, usual, mostTitleRows, false).records.length === mostTitleRows) {
    return detectDialect(start, false, name, knownColumns, given);
  }
  const delimiters = given.delimiter === undefined ? Object.keys(delimiterNames) : [given.delimiter];
  const candidates = (given.quote === undefined ? quotes : [given.quote]).flatMap((quote) =>
    delimiters.map((delimiter) => {
      const escapes =
        given.escapeMark !== undefined && quote !== ""
          ? [given.escapeMark]
          : [quote, ...(quote !== "" && text.includes(`\\${quote}`) ? ["\\"] : [])];
      return escapes
        .map((escapeMark) => readStart(text, isWhole, { delimiter, quote, escapeMark }, knownColumns))
        .reduce((doubled, escaped) => (escaped.faults < doubled.faults ? escaped : doubled));
    }),
  );
  const usable = candidates.filter(
    // an apostrophe is no quote unless a value stands in two of them
    ({ records, quote, quotedFields }) => records.length > 0 && (quote !== "'" || quotedFields > 0 || given.quote),
  );
  if (usable.length === 0) throw unendedHeader(text, name, candidates[0]!.isOpen);
  // of equals the first one: a comma and a double quote are the rule
  const best = usable.reduce((winner, other) => (compare(other.score, winner.score) > 0 ? other : winner));
  const { delimiter, quote, escapeMark, header, titles } = best;
  const isLeftOpen = candidates.some((other) => other.delimiter === delimiter && other.quote === '"' && other.isOpen);
  if (quote === "'" && isLeftOpen && header.some((title) => title.startsWith('"'))) {
    throw unendedHeader(text, name, true);
  }
  return { delimiter, quote, escapeMark, header, titles };
}

type KnownColumns = (header: readonly string[]) => number;

interface Candidate extends CsvShape, CsvFields {
  readonly score: readonly number[];
  /** Rows of another width than the header and quotes that stand where none belongs. */
  readonly faults: number;
}

function readStart(text: string, isWhole: boolean, marks: CsvMarks, knownColumns: KnownColumns): Candidate {
  const fields = csvFields(text, marks, sampleRows, isWhole);
  const at = fields.records.length === 0 ? 0 : findHeader(fields.records, knownColumns);
  const header = (fields.records[at] ?? []).map((title) => title.trim());
  const rows = fields.records.slice(at + 1);
  const fitting = rows.filter((row) => row.length === header.length).length;
  const share = rows.length === 0 ? 1 : fitting / rows.length;
  return {
    ...marks,
    ...fields,
    header,
    titles: fields.records.slice(0, at),
    faults: rows.length - fitting + fields.strayQuotes + (fields.isOpen ? 1 : 0),
    score: [
      knownColumns(header),
      header.length > 1 ? share : 0,
      -wrappedColumns(header, rows, marks.quote),
      header.length,
    ],
  };
}

/** In how many columns the values keep the other quote at both ends: a wrong quote leaves the right one as text. */
function wrappedColumns(header: readonly string[], rows: readonly (readonly string[])[], quote: string): number {
  const other = quote === '"' ? "'" : '"';
  const isWrapped = (value: string) => value.length > 1 && value.startsWith(other) && value.endsWith(other);
  return header.filter((title, j) => {
    const values = rows.flatMap((row) => row[j] || []);
    return isWrapped(title) || (values.length > 1 && values.every(isWrapped));
  }).length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function unendedHeader(text: string, name: string, isOpen: boolean): SegmentLabError {
  if (isOpen) {
    const advice = 'close it, or say with --quote "" that nothing is quoted';
    return new SegmentLabError("bad-file", `${name} has a quote in its header, line 1, that never closes; ${advice}`);
  }
  const what = `the first line of ${name} is longer than ${Math.round(text.length / 1e6)} million characters`;
  return new SegmentLabError("bad-file", `${what}, which no header is; is it a table?`);
}
