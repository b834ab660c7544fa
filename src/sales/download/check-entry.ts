import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { TransferFault } from "./transfer-fault.js";
import type { ZipEntry } from "./zip-directory.js";

/**
 * Unpacks an entry without keeping it, and checks it against the archive's own size and CRC-32.
 *
 * @returns SHA-256 of the entry in hex, and its first bytes
 * @throws TransferFault where the bytes are not the ones that were packed
 */
export async function checkEntry(path: string, entry: ZipEntry): Promise<{ sha256: string; head: Buffer }> {
  const wrong = () => new TransferFault(`${entry.name} in what came is damaged`, { retry: true, discard: true });
  const start = await dataOffset(path, entry);
  if (start === null || ![0, 8].includes(entry.method) || entry.packedBytes === 0) throw wrong();
  const hash = createHash("sha256");
  let [sum, bytes, head] = [0, 0, Buffer.alloc(0)];
  const judge = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)]);
      sum = crc32(chunk, sum);
      bytes += chunk.length;
      hash.update(chunk);
      // never unpack more than was promised
      done(bytes > entry.bytes ? wrong() : null);
    },
  });
  const packed = createReadStream(path, { start, end: start + entry.packedBytes - 1, highWaterMark: 1 << 20 });
  try {
    await (entry.method === 8 ? pipeline(packed, createInflateRaw(), judge) : pipeline(packed, judge));
  } catch {
    throw wrong();
  }
  if (sum !== entry.crc32 || bytes !== entry.bytes) throw wrong();
  return { sha256: hash.digest("hex"), head };
}

async function dataOffset(path: string, { offset }: ZipEntry): Promise<number | null> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(30);
    const { bytesRead } = await file.read(header, 0, 30, offset);
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) return null;
    return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}
