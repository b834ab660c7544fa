// the door of every npm script: builds what is stale, then runs one command from dist/
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildKernels } from "./build-kernels.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "dist", ".built");

function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const sources = ["src", "assembly", "scripts", "bench", "tsconfig.json", "package.json"].map((name) =>
    newest(join(root, name)),
  );
  return Math.max(...sources) > statSync(stamp).mtimeMs;
}

async function build() {
  const started = new Date();
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  if (!existsSync(compiler)) {
    console.error("the dependencies are not installed; run: npm ci");
    process.exit(2);
  }
  const { status } = spawnSync(process.execPath, [compiler, "-p", root], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  await buildKernels();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, "");
  // a file saved while the compiler ran counts as newer
  utimesSync(stamp, started, started);
}

const [command, ...rest] = process.argv.slice(2);
if (isStale()) await build();
if (command !== "build") {
  process.argv = [process.argv[0], join(root, "dist", "scripts", `${command}.js`), ...rest];
  await import(pathToFileURL(process.argv[1]).href);
}
