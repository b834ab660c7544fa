import type { CsvMarks } from "./csv-marks.js";

/** The first records of a CSV text. */
export interface CsvFields {
  readonly records: readonly (readonly string[])[];
  /** How many of their values stand in quotes. */
  readonly quotedFields: number;
  /** How many quotes stand where no quote belongs: inside a value without them, or with text behind. */
  readonly strayQuotes: number;
  /** True where the text ends inside quotes. */
  readonly isOpen: boolean;
}

/**
 * Reads the first records of a CSV text as lists of values.
 *
 * @param text a text's beginning
 * @param most how many records at most
 * @param isWhole false where the text goes on behind: then its last record may be cut and is left out
 * @returns the records that are complete, blank lines left out
 */
export function csvFields(
  text: string,
  { delimiter, quote, escapeMark }: CsvMarks,
  most: number,
  isWhole: boolean,
): CsvFields {
  const records: string[][] = [];
  let quotedFields = 0;
  let strayQuotes = 0;
  let fields: string[] = [];
  let field = "";
  let isQuoted = false;
  let wasQuoted = false;
  const endField = () => {
    fields.push(field);
    field = "";
    if (wasQuoted) quotedFields++;
    wasQuoted = false;
  };
  const endRecord = () => {
    const isBlank = fields.length === 0 && field === "" && !wasQuoted;
    endField();
    if (!isBlank) records.push(fields);
    fields = [];
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (isQuoted) {
      // an escape before anything else is text
      if (char === escapeMark && escapeMark !== quote && (text[i + 1] === quote || text[i + 1] === escapeMark))
        field += text[++i];
      else if (char !== quote) field += char;
      else if (text[i + 1] === quote) field += text[++i];
      else isQuoted = false;
    } else if (char === quote && field.trim() === "" && !wasQuoted) {
      field = "";
      isQuoted = true;
      wasQuoted = true;
    } else if (char === delimiter) endField();
    else if (char === "\n" || char === "\r") {
      endRecord();
      if (records.length === most) return { records, quotedFields, strayQuotes, isOpen: false };
    } else if (char !== " " || !wasQuoted) {
      if (char === quote || wasQuoted) strayQuotes++;
      field += char;
    }
  }
  if (isWhole && !isQuoted) endRecord();
  return { records, quotedFields, strayQuotes, isOpen: isQuoted };
}
