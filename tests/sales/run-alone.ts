import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

// inside the checkout, so that the packages are found
const cache = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));

/**
 * Runs a TypeScript file in a process of its own and gives what it prints; fails where it prints errors or ends badly.
 *
 * @param options `largestFile`: kilobytes that a file may have which the process writes; `temporary`: its TMPDIR
 */
export async function runAlone(
  path: string,
  args: readonly string[],
  { largestFile, temporary }: { readonly largestFile?: number; readonly temporary?: string } = {},
): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "run-alone-"));
  const script = join(folder, "script.mjs");
  try {
    await build({
      entryPoints: [path],
      outfile: script,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
    });
    const limit = largestFile === undefined ? "" : `ulimit -f ${largestFile}; `;
    const { stdout, stderr } = await promisify(execFile)(
      "bash",
      ["-c", `${limit}exec "$@"`, "bash", process.execPath, script, ...args],
      { maxBuffer: 2 ** 28, env: { ...process.env, ...(temporary !== undefined && { TMPDIR: temporary }) } },
    );
    if (stderr !== "") throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
