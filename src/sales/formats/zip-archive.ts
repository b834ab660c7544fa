import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Entry, openPromise } from "yauzl";
import { SegmentLabError } from "../../core/errors.js";
import { unpackFault } from "./unpack-file.js";
import { checkUnpacked, type UnpackLimits } from "./unpack-limits.js";

/** A zip file that was looked through and found harmless; its entries are read one by one. */
export interface ZipArchive {
  /** The names of the files in it, in the archive's order. */
  readonly names: readonly string[];
  /** The unpacked bytes of one of them. */
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
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new SegmentLabError("bad-file", `${name} is no readable zip archive: ${textOf(error)}`, { cause: error });
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
      try {
        return await archive.openReadStreamPromise(entries.get(entryName)!);
      } catch (error) {
        throw unpackFault(full, error);
      }
    },
    close: () => archive.close(),
  };
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
  const what = climbing
    ? `${name} holds "${climbing[1]}", which climbs out of its folder; unpack by hand what you trust in it`
    : `${name} is no readable zip archive: ${message}`;
  return new SegmentLabError("bad-file", what, { cause: error });
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
