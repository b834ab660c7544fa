import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import { diskRefusal } from "../../core/disk-refusal.js";
import { SegmentLabError } from "../../core/errors.js";
import { type UnpackLimits, unpackGuard } from "./unpack-limits.js";

const megabyte = 1 << 20;

/**
 * Unpacks a gzip or Zstandard file into another file.
 *
 * @param name the file's name, for messages
 * @throws SegmentLabError `bad-file` where it is damaged or cut short, `too-large` where it grows beyond the limits
 */
export async function unpackFile(
  path: string,
  name: string,
  kind: "gzip" | "zstd",
  target: string,
  limits: UnpackLimits,
): Promise<void> {
  const packed = (await stat(path)).size;
  const unpacker = kind === "gzip" ? createGunzip({ chunkSize: megabyte }) : createUnzstd();
  await saveStream(createReadStream(path, { highWaterMark: megabyte }), name, target, [
    unpacker,
    unpackGuard(name, packed, limits),
  ]);
}

/** Writes a stream into a file; what goes wrong is told as one line about the archive. */
export async function saveStream(
  source: Readable,
  name: string,
  target: string,
  between: readonly Transform[] = [],
): Promise<void> {
  try {
    await pipeline([source, ...between, createWriteStream(target)]);
  } catch (error) {
    throw unpackFault(name, error);
  }
}

/** What a fault of unpacking means for the file's owner. */
export function unpackFault(name: string, error: unknown): Error {
  if (error instanceof SegmentLabError) return error;
  const refusal = diskRefusal(error);
  if (refusal !== undefined) {
    const advice = "make room, or let TMPDIR name another disk";
    return new SegmentLabError("too-large", `${refusal} while ${name} is unpacked; ${advice}`, { cause: error });
  }
  const { message } = error as Error;
  return new SegmentLabError("bad-file", `${name} cannot be unpacked: ${message}; it may be damaged or cut short`, {
    cause: error,
  });
}

// node's own zlib reads Zstandard from 22.15 on; this one runs on 20 as well
function createUnzstd(): Transform {
  let ended = false;
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      attempt(() => decoder.push(chunk), done);
    },
    flush(done) {
      attempt(() => {
        decoder.push(new Uint8Array(0), true);
        if (!ended) throw new Error("unexpected end of file");
      }, done);
    },
  });
  const decoder = new Decompress((data, final) => {
    if (data.length > 0) stream.push(data);
    if (final) ended = true;
  });
  return stream;
}

function attempt(work: () => void, done: (error?: Error) => void): void {
  try {
    work();
    done();
  } catch (error) {
    done(error as Error);
  }
}
