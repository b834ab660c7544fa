import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { SegmentLabError } from "./errors.js";
import { throwIfAborted } from "./progress.js";

/** A lock that was taken, or the process that holds it. */
export type LockAttempt = { readonly release: () => void } | { readonly owner: number };

/**
 * Takes a lock between processes: a file with the holder's process number. One whose process is gone counts for
 * nothing.
 *
 * @throws SegmentLabError `bad-file` where the file can be neither taken nor removed
 */
export function tryLock(lock: string): LockAttempt {
  mkdirSync(dirname(lock), { recursive: true });
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return { release: () => rmSync(lock, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = readOwner(lock);
      if (owner !== null && isAlive(owner)) return { owner };
      rmSync(lock, { force: true });
    }
  }
  throw new SegmentLabError("bad-file", `${lock} cannot be taken; remove it and try again`);
}

/** Takes a lock as soon as it is free; gives what releases it. */
export async function waitForLock(lock: string, signal?: AbortSignal): Promise<() => void> {
  for (;;) {
    const attempt = tryLock(lock);
    if ("release" in attempt) return attempt.release;
    await wait(50);
    throwIfAborted(signal, "waiting for another run");
  }
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
