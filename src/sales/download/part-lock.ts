import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SegmentLabError } from "../../core/errors.js";

/**
 * Keeps a second run off the same download; a lock whose process is gone counts for nothing.
 *
 * @returns a function that takes the lock away
 * @throws SegmentLabError `bad-file` where another run is at it
 */
export function lockPart(path: string): () => void {
  const lock = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = readOwner(lock);
      if (owner !== null && isAlive(owner)) {
        throw new SegmentLabError(
          "bad-file",
          `another run (process ${owner}) is downloading to ${path}; let it finish`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  throw new SegmentLabError("bad-file", `${lock} cannot be taken; remove it and try again`);
}

function readOwner(lock: string): number | null {
  try {
    return Number(readFileSync(lock, "utf8")) || null;
  } catch {
    return null;
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
