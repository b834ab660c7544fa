import { createReadStream } from "node:fs";
import type { CsvMarks } from "./csv-marks.js";
import { type LineEnd, longestRow } from "./csv-view.js";

/** Whether the engine may read a CSV file as it is. */
export interface CsvRegularity {
  /** True where line ends are of one kind, quotes stand at both ends of values only and no line is far too long. */
  readonly isRegular: boolean;
  /** The line end that all lines of a regular file have. */
  readonly lineEnd: LineEnd;
  /** True where a value of a regular file holds a line end. */
  readonly hasQuotedEnds: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Looks through a CSV file for what the engine's reader would stumble over or, worse, read as something else. */
export async function findRegularity(path: string, marks: CsvMarks): Promise<CsvRegularity> {
  const look = new Look(marks);
  const irregular: CsvRegularity = { isRegular: false, hasQuotedEnds: true, lineEnd: "\n" };
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: longestRow / 2 }) as AsyncIterable<Buffer>) {
    const hasByteOrderMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    isFirst = false;
    // a line that is longer than two such pieces fills one of them
    const isFar = chunk.length === longestRow / 2 && !chunk.includes(lineFeed) && !chunk.includes(carriageReturn);
    if (isFar || !look.take(hasByteOrderMark ? chunk.subarray(3) : chunk)) return irregular;
  }
  const { feeds, returns, pairs, isInside, hasQuotedEnds } = look;
  const isUniform = returns === 0 || feeds === 0 || (feeds === returns && pairs === feeds);
  const lineEnd = returns === 0 ? "\n" : feeds === 0 ? "\r" : "\r\n";
  return { isRegular: isUniform && !isInside, hasQuotedEnds, lineEnd };
}

class Look {
  isInside = false;
  hasQuotedEnds = false;
  feeds = 0;
  returns = 0;
  pairs = 0;
  private last = lineFeed;
  private readonly comma: number;
  private readonly mark: number;
  /** What stands before a quote inside a value; -1 where quotes are doubled. */
  private readonly escapeMark: number;
  private isEscaped = false;

  constructor({ delimiter, quote, escapeMark }: CsvMarks) {
    this.comma = delimiter.charCodeAt(0);
    this.mark = quote === "" ? -1 : quote.charCodeAt(0);
    this.escapeMark = escapeMark === quote ? -1 : escapeMark.charCodeAt(0);
  }

  /** Takes the next bytes; false where they are irregular. */
  take(bytes: Buffer): boolean {
    if (bytes.length === 0) return true;
    const hasReturns = this.last === carriageReturn || bytes.includes(carriageReturn);
    const isFine = hasReturns || this.escapeMark >= 0 ? this.everyByte(bytes) : this.everyQuote(bytes);
    this.last = bytes[bytes.length - 1]!;
    return isFine;
  }

  // without carriage returns only what is beside quotes counts: from one to the next
  private everyQuote(bytes: Buffer): boolean {
    const { comma, mark } = this;
    let { isInside, hasQuotedEnds } = this;
    let at = -1;
    let feed = bytes.indexOf(lineFeed);
    this.feeds ||= feed >= 0 ? 1 : 0;
    for (;;) {
      if (!isInside && (at >= 0 || this.last === mark)) {
        const next = bytes[at + 1];
        if (next !== undefined && next !== comma && next !== lineFeed && next !== mark) return false;
      }
      const next = mark < 0 ? -1 : bytes.indexOf(mark, at + 1);
      if (isInside && !hasQuotedEnds) {
        if (feed >= 0 && feed < at) feed = bytes.indexOf(lineFeed, at + 1);
        hasQuotedEnds = feed >= 0 && (next < 0 || feed < next);
      }
      if (next < 0) break;
      const before = next === 0 ? this.last : bytes[next - 1]!;
      if (!isInside && before !== comma && before !== lineFeed && before !== mark && before !== carriageReturn)
        return false;
      isInside = !isInside;
      at = next;
    }
    this.isInside = isInside;
    this.hasQuotedEnds = hasQuotedEnds;
    return true;
  }

  private everyByte(bytes: Buffer): boolean {
    const { comma, mark, escapeMark } = this;
    let { isInside, hasQuotedEnds, feeds, returns, pairs, last, isEscaped } = this;
    // hot: runs for every byte
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (isEscaped) {
        // the engine drops an escape that stands before anything else
        if (byte !== mark && byte !== escapeMark) return false;
        isEscaped = false;
        continue;
      }
      if (isInside && byte === escapeMark) isEscaped = true;
      else if (byte === mark) {
        const isDoubled = last === mark && escapeMark < 0;
        const mayOpen = last === comma || last === lineFeed || last === carriageReturn || isDoubled;
        if (!isInside && !mayOpen) return false;
        isInside = !isInside;
      } else if (byte === lineFeed) {
        feeds++;
        if (last === carriageReturn) pairs++;
        if (isInside) hasQuotedEnds = true;
      } else if (byte === carriageReturn) {
        returns++;
        if (isInside) hasQuotedEnds = true;
      } else if (last === mark && !isInside && byte !== comma) return false;
      last = byte;
    }
    Object.assign(this, { isInside, hasQuotedEnds, feeds, returns, pairs, isEscaped });
    return true;
  }
}
