import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { CsvRecords } from "./csv-records.js";
import { longestRow } from "./csv-view.js";
import { saveStream } from "./unpack-file.js";

/** What decides how the engine must read a CSV file. */
export interface LineEnds {
  /** True where \n, \r\n and \r do not keep to one of them, be it inside quotes: the engine refuses such files. */
  readonly areMixed: boolean;
  /** True where a line end may stand inside quotes. */
  readonly areQuoted: boolean;
  /** True where quotes do not come in pairs: one may never close. */
  readonly areQuotesOdd: boolean;
  /** True where a line may be longer than the engine takes. */
  readonly areFar: boolean;
}

/** Looks through a text file for its line ends, without telling quotes from apostrophes: sure only where it says no. */
export async function findLineEnds(path: string, quote: string): Promise<LineEnds> {
  const mark = quote === "" ? -1 : quote.charCodeAt(0);
  let isInside = false;
  let areQuoted = false;
  let feeds = 0;
  let returns = 0;
  let pairs = 0;
  let last = 0;
  let areFar = false;
  for await (const chunk of createReadStream(path, { highWaterMark: longestRow / 2 }) as AsyncIterable<Buffer>) {
    // a line that is longer than two such pieces fills one of them
    if (chunk.length > longestRow / 4 && !chunk.includes(10)) areFar = true;
    const hasReturns = chunk.includes(13) || last === 13;
    if (!hasReturns && (mark < 0 || !chunk.includes(mark)) && !(isInside && !areQuoted)) {
      if (feeds === 0 && chunk.includes(10)) feeds = 1;
      last = chunk[chunk.length - 1]!;
      continue;
    }
    // hot: runs for every byte
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === mark) isInside = !isInside;
      else if (byte === 10) {
        feeds++;
        if (last === 13) pairs++;
        if (isInside) areQuoted = true;
      } else if (byte === 13) {
        returns++;
        if (isInside) areQuoted = true;
      }
      last = byte;
    }
  }
  const isUniform = returns === 0 || (feeds === 0 && pairs === 0) || (feeds === returns && pairs === feeds);
  return { areMixed: !isUniform, areQuoted, areQuotesOdd: isInside, areFar };
}

/** Writes a CSV file anew with \n behind each record; blank lines vanish, values keep the line ends inside them. */
export async function unifyLineEnds(
  path: string,
  name: string,
  delimiter: string,
  quote: string,
  target: string,
): Promise<void> {
  const lineEnd = Buffer.from("\n");
  let base = 0;
  let chunk: Buffer = Buffer.alloc(0);
  let pieces: Buffer[] = [];
  const records = new CsvRecords(delimiter, quote, ({ start, end }) => {
    pieces.push(chunk.subarray(Math.max(0, start - base), end - base), lineEnd);
  });
  const rewrite = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      chunk = bytes;
      pieces = [];
      records.write(bytes);
      if (records.pending >= 0) pieces.push(bytes.subarray(Math.max(0, records.pending - base)));
      base += bytes.length;
      done(null, Buffer.concat(pieces));
    },
    flush(done) {
      chunk = Buffer.alloc(0);
      pieces = [];
      records.end();
      done(null, Buffer.concat(pieces));
    },
  });
  await saveStream(createReadStream(path, { highWaterMark: 1 << 20 }), name, target, [rewrite]);
}
