import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Runs one of our commands in a process of its own, nothing cached, and hands its output folder to `read`. */
export async function runCold<Result>(
  command: "segment" | "export-reports",
  data: string,
  options: readonly string[],
  read: (out: string, seconds: number) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "segment-lab-bench-"));
  const out = join(folder, "out");
  const script = fileURLToPath(new URL(`../scripts/${command}.js`, import.meta.url));
  const args = [script, "--data", data, "--out", out, "--quiet", ...options];
  try {
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      const env = { ...process.env, SEGMENT_LAB_CACHE: join(folder, "cache") };
      const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
      child.once("error", reject);
      child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
    });
    return await read(out, (performance.now() - began) / 1000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
