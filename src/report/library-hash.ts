import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * A name for what turns a notebook into a page: the library as built, the packages it is locked to, the measurements that
 * pages quote, and Node's version.
 *
 * @param library the folder of the built library
 */
export function libraryHash(library: string = dirname(createRequire(import.meta.url).resolve("segment-lab"))): string {
  const hash = createHash("sha256").update(process.versions.node);
  const root = join(library, "..", "..");
  const files = readdirSync(library, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:js|wasm)$/.test(name),
  );
  const others = [join(root, "package-lock.json"), join(root, "docs", "benchmarks.json")].filter(existsSync);
  for (const path of [...files.sort().map((name) => join(library, name)), ...others]) {
    const bytes = readFileSync(path);
    hash.update(`${path.slice(root.length)} ${bytes.length};`).update(bytes);
  }
  return hash.digest("hex");
}
