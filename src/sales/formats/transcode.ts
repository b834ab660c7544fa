import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import type { TextEncoding } from "./text-encoding.js";
import { saveStream } from "./unpack-file.js";

const labels: Readonly<Record<TextEncoding, string>> = {
  "utf-8": "utf-8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  // the web's latin1 is windows-1252, which the fast way below makes good for
  "latin-1": "windows-1252",
  "windows-1252": "windows-1252",
};

/** Writes a text file anew in UTF-8 without a byte-order mark. */
export async function transcode(path: string, name: string, encoding: TextEncoding, target: string): Promise<void> {
  const decoder = new TextDecoder(labels[encoding]);
  const recode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = encoding === "latin-1" ? chunk.toString("latin1") : decoder.decode(chunk, { stream: true });
      done(null, Buffer.from(text, "utf8"));
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode(), "utf8"));
    },
  });
  await saveStream(createReadStream(path, { highWaterMark: 1 << 20 }), name, target, [recode]);
}
