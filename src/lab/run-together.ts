import type { ChildProcess } from "node:child_process";

/**
 * Waits until one of several processes ends, or the signal is given, and ends the others.
 *
 * @returns the exit code of the one that ended first; 1 where a signal ended it
 */
export async function runTogether(children: readonly ChildProcess[], signal: AbortSignal): Promise<number> {
  const ends = children.map(
    (child) =>
      new Promise<number>((resolve) => {
        child.once("close", (code) => resolve(code ?? 1));
        child.once("error", () => resolve(1));
      }),
  );
  const stopped = new Promise<number>((resolve) => {
    if (signal.aborted) resolve(0);
    signal.addEventListener("abort", () => resolve(0), { once: true });
  });
  const first = await Promise.race([...ends, stopped]);
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await Promise.all(ends);
  return first;
}
