import { spawn } from "node:child_process";

const script = 'read -r line; kill -s KILL -- "-$1"; shift; rm -rf -- "$@"';

/**
 * Starts a watchman that outlives this process: should it be killed without a chance to tidy up, the kernel's group is
 * ended and its folders are removed.
 *
 * @param group the number of the process that leads the kernel's group
 * @returns dismisses the watchman
 */
export function guardKernel(group: number, folders: readonly string[]): () => void {
  // its input ends when this process does, however that happens
  const guard = spawn("/bin/sh", ["-c", script, "segment-lab-guard", String(group), ...folders], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.on("error", () => {});
  guard.unref();
  (guard.stdin as unknown as { unref?(): void }).unref?.();
  guard.stdin.on("error", () => {});
  return () => void guard.kill("SIGKILL");
}
