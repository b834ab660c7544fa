import type { CsvMarks } from "./csv-marks.js";

/** One record of a CSV text: a header or a row, on one line or on several. */
export interface CsvRecord {
  /** The line on which it starts, from 1. */
  readonly line: number;
  /** Its first byte, and the byte behind its last one. */
  readonly start: number;
  readonly end: number;
  readonly fields: number;
  /** The last field that is not empty, from 1; 0 where all are. */
  readonly lastFilled: number;
  /** True where text stands behind a closing quote: `"a"b`. */
  readonly isBroken: boolean;
  /** True where a quote stands inside a value without quotes, where it is text: `5" pipe`. */
  readonly hasStrayQuote: boolean;
  /** The line of a quote that is still open where the text ends; 0 where none is. */
  readonly openQuote: number;
}

const fieldStart = 0;
const plain = 1;
const quoted = 2;
const quoteInQuoted = 3;
const behindQuote = 4;
const escaped = 5;

/**
 * Finds the records of a CSV text in UTF-8: blank lines are none, blanks around quotes are dropped, a doubled quote
 * or one behind the escape stands for one, quotes inside an unquoted value are plain text. Lines end in \n, \r\n or \r.
 */
export class CsvRecords {
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly escapeMark: number;
  private readonly onRecord: (record: CsvRecord) => unknown;
  private state = fieldStart;
  private offset = 0;
  private line: number;
  private wasReturn = false;
  private start = -1;
  private startLine = 1;
  private quoteLine = 0;
  private fields = 1;
  private lastFilled = 0;
  private isBroken = false;
  private hasStrayQuote = false;

  /**
   * @param marks each one ASCII character; the quote may be none
   * @param onRecord is called for each record in order
   * @param firstLine the number of the text's first line
   */
  constructor({ delimiter, quote, escapeMark }: CsvMarks, onRecord: (record: CsvRecord) => unknown, firstLine = 1) {
    this.delimiter = delimiter.charCodeAt(0);
    this.quote = quote === "" ? -1 : quote.charCodeAt(0);
    this.escapeMark = escapeMark === quote ? -1 : escapeMark.charCodeAt(0);
    this.onRecord = onRecord;
    this.line = firstLine;
  }

  write(bytes: Uint8Array): void {
    const { delimiter, quote, escapeMark, offset } = this;
    const mark = offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    // hot: runs for every byte
    for (let i = mark; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte === 10 || byte === 13) {
        if (this.state === escaped) this.state = quoted;
        else if (this.state !== quoted) this.finish(offset + i, 0);
        if (byte === 13 || !this.wasReturn) this.line++;
        this.wasReturn = byte === 13;
        continue;
      }
      this.wasReturn = false;
      if (this.start < 0) {
        this.start = offset + i;
        this.startLine = this.line;
      }
      const { state } = this;
      if (state === quoted) {
        if (byte === quote) this.state = quoteInQuoted;
        else {
          this.lastFilled = this.fields;
          if (byte === escapeMark) this.state = escaped;
        }
      } else if (state === escaped) this.state = quoted;
      else if (byte === delimiter) {
        this.fields++;
        this.state = fieldStart;
      } else if (state === plain) {
        // quotes inside a plain value are text
        if (byte === quote) this.hasStrayQuote = true;
      } else if (state === fieldStart) {
        if (byte === quote) {
          this.state = quoted;
          this.quoteLine = this.line;
        } else {
          this.lastFilled = this.fields;
          if (byte !== 32) this.state = plain;
        }
      } else if (byte === quote && state === quoteInQuoted) {
        this.state = quoted;
        this.lastFilled = this.fields;
      } else if (byte === 32) this.state = behindQuote;
      else {
        this.isBroken = true;
        this.state = plain;
      }
    }
    this.offset += bytes.length;
  }

  /** Where the record starts that the bytes so far have not ended; -1 where none is begun. */
  get pending(): number {
    return this.start;
  }

  /** Takes the end of the text. */
  end(): void {
    this.finish(this.offset, this.state === quoted || this.state === escaped ? this.quoteLine : 0);
  }

  private finish(end: number, openQuote: number): void {
    if (this.start >= 0) {
      const { startLine: line, start, fields, lastFilled, isBroken, hasStrayQuote } = this;
      this.onRecord({ line, start, end, fields, lastFilled, isBroken, hasStrayQuote, openQuote });
    }
    this.start = -1;
    this.fields = 1;
    this.lastFilled = 0;
    this.isBroken = false;
    this.hasStrayQuote = false;
    this.state = fieldStart;
  }
}
