import { createHash } from "node:crypto";
import type { ZipArchive } from "../formats/zip-archive.js";
import { TransferFault } from "./transfer-fault.js";

/** What an entry's bytes tell. */
export interface CheckedEntry {
  /** SHA-256 in hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes. */
  readonly head: Buffer;
}

/**
 * Unpacks an entry without keeping it, which checks it against the archive's own size and CRC-32.
 *
 * @throws TransferFault where the bytes are not the ones that were packed
 */
export async function checkEntry(archive: ZipArchive, name: string): Promise<CheckedEntry> {
  const hash = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of (await archive.read(name)) as AsyncIterable<Buffer>) {
      if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)]);
      bytes += chunk.length;
      hash.update(chunk);
    }
  } catch (cause) {
    throw new TransferFault(`${name} in what came is damaged`, { retry: true, discard: true }, { cause });
  }
  return { sha256: hash.digest("hex"), bytes, head };
}
