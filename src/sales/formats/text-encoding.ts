import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { SegmentLabError } from "../../core/errors.js";
import { filePieces } from "../../core/file-pieces.js";

/** The encodings of text that are read; latin-1 and windows-1252 differ in 27 characters, such as the euro sign. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "latin-1" | "windows-1252";

/** What one pass over a text file's bytes tells. */
export interface TextFacts {
  readonly encoding: TextEncoding;
  /** True where it was found, false where the caller named it. */
  readonly detected: boolean;
  readonly hasCarriageReturns: boolean;
  /** False only where no backslash stands before a quote. */
  readonly mayEscapeQuotes: boolean;
  /** The line of the first bytes that are not UTF-8, where those before them are and hold other letters than ASCII's. */
  readonly mixedFrom?: number;
}

const sampleSize = 1 << 16;

/**
 * Finds a text file's encoding from all of its bytes: a byte-order mark, else the zeros of UTF-16, else UTF-8 where
 * every byte is valid, else windows-1252 where a byte is used that latin-1 leaves to control characters.
 *
 * @param name the file's name, for messages
 * @param given an encoding that the caller knows
 * @throws SegmentLabError `bad-file` where the bytes are no text
 */
export async function findEncoding(path: string, name: string, given?: TextEncoding): Promise<TextFacts> {
  let utf8 = true;
  let hasC1 = false;
  let hasCarriageReturns = false;
  let mayEscapeQuotes = false;
  let wide: TextEncoding | undefined;
  let hasUtf8Letters = false;
  let mixedAt: number | undefined;
  let offset = 0;
  let isFirst = true;
  let tail = Buffer.alloc(0);
  for await (const chunk of filePieces(path)) {
    if (isFirst) {
      refuseUtf32(chunk, name);
      wide = given ? undefined : wideEncoding(chunk);
      if (wide || given === "utf-16le" || given === "utf-16be") {
        return { encoding: wide ?? given!, detected: !given, hasCarriageReturns: true, mayEscapeQuotes: true };
      }
      refuseControls(chunk.subarray(0, sampleSize), name);
    }
    const zero = chunk.indexOf(0);
    if (zero >= 0) {
      const line = await lineAt(path, offset + zero);
      throw new SegmentLabError("bad-file", `${name} has a NUL byte in line ${line}; it is not text, or it is damaged`);
    }
    isFirst = false;
    hasCarriageReturns ||= chunk.includes(13);
    mayEscapeQuotes ||= escapesQuote(chunk);
    if (utf8) {
      // a character cut in two by the piece's end waits for its other half
      const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
      const whole = bytes.length - cutCharacter(bytes);
      utf8 = isUtf8(bytes.subarray(0, whole));
      const valid = utf8 ? whole : validLength(bytes.subarray(0, whole));
      hasUtf8Letters ||= hasLetters(bytes.subarray(0, valid));
      if (!utf8 && hasUtf8Letters) mixedAt = offset - tail.length + valid;
      tail = Buffer.from(bytes.subarray(whole));
    }
    // what is full of them is another encoding, or no text at all
    if (offset === 0 && !given && !utf8 && controls1(chunk.subarray(0, sampleSize)) > 0.05) throw notText(name);
    hasC1 ||= !utf8 && controls1(chunk) > 0;
    offset += chunk.length;
  }
  const isMixed = mixedAt !== undefined && (given === undefined || given === "utf-8");
  const mixed = isMixed ? { mixedFrom: await lineAt(path, mixedAt!) } : {};
  const isCut = given === "utf-8" && (!utf8 || tail.length > 0);
  if (isCut && !isMixed) {
    throw new SegmentLabError(
      "bad-file",
      `${name} is not in UTF-8; leave --encoding out, or name another, such as windows-1252`,
    );
  }
  if (given) return { encoding: given, detected: false, hasCarriageReturns, mayEscapeQuotes, ...mixed };
  const encoding = utf8 && tail.length === 0 ? "utf-8" : hasC1 ? "windows-1252" : "latin-1";
  return { encoding, detected: true, hasCarriageReturns, mayEscapeQuotes, ...mixed };
}

/** A byte-order mark of UTF-32 begins as one of UTF-16 does. */
function refuseUtf32(bytes: Buffer, name: string): void {
  const mark = bytes.subarray(0, 4).toString("hex");
  if (mark !== "fffe0000" && mark !== "0000feff") return;
  throw new SegmentLabError("bad-file", `${name} is in UTF-32, which is not read; export it anew as .csv in UTF-8`);
}

/** How many bytes at the start are UTF-8. */
function validLength(bytes: Buffer): number {
  // a start that ends within a character is as good as one that ends before it
  const wholeOf = (length: number) => length - cutCharacter(bytes.subarray(0, length));
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, wholeOf(half)))) low = half;
    else high = half - 1;
  }
  return wholeOf(low);
}

function hasLetters(bytes: Buffer): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

function wideEncoding(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  const half = sample.length / 2;
  // western text in UTF-16 has a zero in nearly every other place and none in the others
  if (half >= 4 && zeros[1]! > half * 0.6 && zeros[0]! < half * 0.02) return "utf-16le";
  if (half >= 4 && zeros[0]! > half * 0.6 && zeros[1]! < half * 0.02) return "utf-16be";
  return undefined;
}

/** Text has hardly any control characters but tabs and line ends; a stray one is no reason to refuse a file. */
function refuseControls(sample: Buffer, name: string): void {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  if (controls > Math.max(2, sample.length / 100)) {
    throw notText(name);
  }
}

/** What a file is told that is no text that can be read. */
export function notText(name: string, cause?: unknown): SegmentLabError {
  const what = `${name} is not a text file in UTF-8 or latin-1; export it anew as .csv in UTF-8`;
  return new SegmentLabError("bad-file", what, { cause });
}

/** Whether a backslash stands before a quote, or at the end, where one may follow. */
function escapesQuote(bytes: Buffer): boolean {
  for (let at = bytes.indexOf("\\"); at >= 0; at = bytes.indexOf("\\", at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined || next === 34 || next === 39) return true;
  }
  return false;
}

/** The share of bytes, 0 to 1, that latin-1 leaves to control characters. */
function controls1(bytes: Buffer): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80 && bytes[i]! < 0xa0) count++;
  return bytes.length === 0 ? 0 : count / bytes.length;
}

/** How many bytes at the end belong to a character of UTF-8 that goes on behind it. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** The number of the line that holds a byte. */
async function lineAt(path: string, offset: number): Promise<number> {
  let line = 1;
  if (offset === 0) return line;
  for await (const chunk of createReadStream(path, { end: offset - 1 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) line++;
  }
  return line;
}
