import { type FileHandle, open } from "node:fs/promises";
import { TransferFault } from "./transfer-fault.js";

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const broken = (why: string) =>
  new TransferFault(`what came is no whole zip file: ${why}`, { retry: true, discard: true });

/**
 * Reads the central directory of a zip archive (APPNOTE 4.3.12; without zip64, which files of 4 GB need).
 *
 * @throws TransferFault for anything but a whole archive
 */
export async function zipDirectory(path: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    return await readDirectory(file);
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const head = await read(file, 0, Math.min(size, 64));
  if (size < 22 || head.readUInt32LE(0) !== 0x04034b50) {
    const text = head
      .toString("latin1")
      .trim()
      .replace(/[^ -~]+/g, " ")
      .slice(0, 40);
    throw broken(size === 0 ? "it is empty" : `it begins with "${text}"`);
  }
  // the end record stands last, but for a comment of up to 65,535 bytes
  const tailBytes = Math.min(size, 22 + 65_535);
  const tail = await read(file, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > tail.length) throw broken("its end is missing");
  const count = tail.readUInt16LE(end + 10);
  const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (offset + length > size) throw broken("its directory lies outside");
  return parseEntries(await read(file, offset, length), count);
}

function parseEntries(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw broken("its directory is cut short");
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      crc32: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw broken("it ends early");
  return buffer;
}
