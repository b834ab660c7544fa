import { open } from "node:fs/promises";

/**
 * A file's bytes, piece by piece, in one buffer that is used again: what outlives a step must be copied. Several times
 * as fast as a stream.
 *
 * @param size of a piece, in bytes; the last one may be shorter
 */
export async function* filePieces(path: string, size = 1 << 20): AsyncGenerator<Buffer, void, void> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(size);
    for (;;) {
      let filled = 0;
      // a read may give less than was asked for
      while (filled < size) {
        const { bytesRead } = await file.read(buffer, filled, size - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield buffer.subarray(0, filled);
      if (filled < size) return;
    }
  } finally {
    await file.close();
  }
}
