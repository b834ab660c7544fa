// compiles assembly/ to dist/kernels.wasm, where that is missing or older
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const kernels = join(root, "dist", "kernels.wasm");

function isStale() {
  if (!existsSync(kernels)) return true;
  const sources = readdirSync(join(root, "assembly")).map((name) => join(root, "assembly", name));
  return [...sources, fileURLToPath(import.meta.url)].some(
    (path) => statSync(path).mtimeMs > statSync(kernels).mtimeMs,
  );
}

/** Builds the kernels; vitest calls it as `setup` before the tests. */
export async function buildKernels() {
  if (!isStale()) return;
  const { main } = await import("assemblyscript/asc");
  const flags = ["-O3", "--runtime", "stub", "--noAssert", "--enable", "simd", "--baseDir", root];
  const { error, stderr } = await main(["assembly/kernels.ts", ...flags, "--outFile", "dist/kernels.wasm"]);
  if (error) throw new Error(`assembly/ does not compile: ${stderr}`);
}

export { buildKernels as setup };
