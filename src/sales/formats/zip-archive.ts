import { open, stat } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, openPromise } from "yauzl";
import { SegmentLabError } from "../../core/errors.js";
import { unpackFault } from "./unpack-file.js";
import { checkUnpacked, type UnpackLimits } from "./unpack-limits.js";

/** A zip file that was looked through and found harmless; its entries are read one by one. */
export interface ZipArchive {
  /** The names of the files in it, in the archive's order. */
  readonly names: readonly string[];
  /** The unpacked bytes of one of them; the stream fails where they are not the ones that were packed. */
  read(name: string): Promise<Readable>;
  close(): void;
}

const mostEntries = 100_000;

/**
 * Opens a zip file and looks through its list of entries before anything is unpacked.
 *
 * @param name the file's name, for messages
 * @throws SegmentLabError `bad-file` where the archive is damaged, locked or holds an entry that leaves its folder;
 *   `too-large` where it says that it unpacks beyond the limits
 */
export async function openZip(path: string, name: string, limits: UnpackLimits): Promise<ZipArchive> {
  const packed = (await stat(path)).size;
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(async (error: unknown) => {
    throw notWhole(name, await reasonOf(path, packed, error), error);
  });
  const entries = new Map<string, Entry>();
  try {
    if (archive.entryCount > mostEntries) {
      throw new SegmentLabError(
        "too-large",
        `${name} holds ${archive.entryCount} files; at most ${mostEntries} are read`,
      );
    }
    let unpacked = 0;
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      refuseHazard(name, entry);
      unpacked += entry.uncompressedSize;
      checkUnpacked(`${name}/${entry.fileName}`, entry.compressedSize, entry.uncompressedSize, limits);
      checkUnpacked(name, packed, unpacked, limits);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    archive.close();
    throw hazardOf(name, error);
  }
  return {
    names: [...entries.keys()],
    read: async (entryName) => {
      const full = `${name}/${entryName}`;
      const entry = entries.get(entryName)!;
      try {
        const stream = await archive.openReadStreamPromise(entry);
        const checked = checksum(entry.crc32);
        stream.on("error", (error) => checked.destroy(error));
        checked.on("close", () => stream.destroy());
        return stream.pipe(checked);
      } catch (error) {
        throw unpackFault(full, error);
      }
    },
    close: () => archive.close(),
  };
}

/** Lets bytes through; fails at their end where their CRC-32 is another than the archive's. */
function checksum(expected: number): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === expected ? null : new Error("its checksum is wrong"));
    },
  });
}

function refuseHazard(name: string, entry: Entry): void {
  const { fileName, externalFileAttributes, compressionMethod } = entry;
  const refuse = (why: string) => {
    throw new SegmentLabError("bad-file", `${name} holds "${fileName}", ${why}`);
  };
  const unixType = (externalFileAttributes >>> 16) & 0o170000;
  if (unixType === 0o120000) refuse("a symbolic link; pack the file itself");
  if (entry.isEncrypted()) refuse("locked with a password; unpack it first");
  if (!entry.canDecodeFileData()) refuse(`packed by method ${compressionMethod}, which is not read; unpack it first`);
}

function hazardOf(name: string, error: unknown): Error {
  if (error instanceof SegmentLabError) return error;
  const message = textOf(error);
  const climbing = /^(?:invalid relative path|absolute path): (.*)$/s.exec(message);
  if (!climbing) return notWhole(name, `its directory is damaged (${message})`, error);
  const what = `${name} holds "${climbing[1]}", which climbs out of its folder; unpack by hand what you trust in it`;
  return new SegmentLabError("bad-file", what, { cause: error });
}

/** Why a file cannot be opened as an archive, from its own first bytes where these tell. */
async function reasonOf(path: string, size: number, error: unknown): Promise<string> {
  if (size === 0) return "it is empty";
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0).finally(() => file.close());
  const start = buffer.toString("latin1", 0, bytesRead);
  if (!start.startsWith("PK")) {
    const text = start
      .trim()
      .replace(/[^ -~]+/g, " ")
      .slice(0, 40);
    return `it begins with "${text}"`;
  }
  const message = textOf(error);
  return /end of central directory/i.test(message) ? "its end is missing" : `its directory is damaged (${message})`;
}

function notWhole(name: string, why: string, cause: unknown): SegmentLabError {
  return new SegmentLabError("bad-file", `${name} is no whole zip file: ${why}`, { cause });
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
