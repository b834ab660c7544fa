import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { diskRefusal } from "./disk-refusal.js";
import { writeAtomically } from "./write-atomically.js";

/** Results that are kept between runs under what they were computed from. */
export interface KeptResults {
  /** What was kept under a key; nothing where none was, or where the file is damaged. */
  get(key: string): Promise<unknown>;
  /** Keeps plain values and typed arrays; a disk that takes nothing only costs the next run its time. */
  put(key: string, value: unknown): Promise<void>;
  /** Removes what was not read for longest, until the rest is small enough. */
  prune(): Promise<void>;
  /** The file whose presence tells other processes that a key is being computed; null where nothing is kept. */
  lockOf(key: string): string | null;
}

const checkBytes = 32;
const ending = ".kept";

/**
 * Opens a folder of results, each a file named by its key, with a checksum before it.
 *
 * @param folder where they are kept; null to keep nothing
 * @param mostBytes what `prune` leaves
 */
export function openKeptResults(folder: string | null, mostBytes = 300e6): KeptResults {
  if (folder === null)
    return { get: async () => undefined, put: async () => {}, prune: async () => {}, lockOf: () => null };
  const pathOf = (key: string) => join(folder, `${key}${ending}`);
  return {
    lockOf: (key) => join(folder, `${key}.lock`),
    async get(key) {
      const path = pathOf(key);
      try {
        const bytes = await readFile(path);
        const content = bytes.subarray(checkBytes);
        if (!checksum(content).equals(bytes.subarray(0, checkBytes))) return undefined;
        const now = new Date();
        await utimes(path, now, now).catch(() => {});
        return deserialize(content);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    async put(key, value) {
      const content = serialize(value);
      try {
        await writeAtomically(pathOf(key), Buffer.concat([checksum(content), content]));
      } catch (error) {
        if (diskRefusal(error) === undefined) throw error;
      }
    },
    async prune() {
      const files = await Promise.all(
        (await readdir(folder).catch(() => [])).map((name) => fileAt(join(folder, name))),
      );
      let left = mostBytes;
      for (const file of files.filter((one) => one !== undefined).sort((a, b) => b.read - a.read)) {
        left -= file.bytes;
        if (left < 0) await rm(file.path, { force: true });
      }
    },
  };
}

/** What a computation hangs on: plain values and typed arrays. */
export type KeyPart = string | number | boolean | Float64Array | Int32Array | object;

/** A name for a computation: the same for the same parts, in their order. */
export function contentKey(...parts: readonly KeyPart[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    if (ArrayBuffer.isView(part)) {
      hash.update(`bytes ${part.byteLength};`);
      hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    } else {
      const text = JSON.stringify(part);
      hash.update(`text ${text.length};`).update(text);
    }
  }
  return hash.digest("hex").slice(0, 40);
}

async function fileAt(path: string): Promise<{ path: string; bytes: number; read: number } | undefined> {
  if (!path.endsWith(ending)) return undefined;
  // another process may have removed it
  const facts = await stat(path).catch(() => undefined);
  return facts && { path, bytes: facts.size, read: facts.mtimeMs };
}

function checksum(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
