/** The characters that part and quote the values of a CSV text. */
export interface CsvMarks {
  readonly delimiter: string;
  /** Empty where nothing is quoted. */
  readonly quote: string;
  /** What stands before a quote inside a quoted value: the quote itself where quotes are doubled, or a backslash. */
  readonly escapeMark: string;
}
