import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import { filePieces } from "../core/file-pieces.js";
import { type DataSet, dataSets } from "./download/data-sets.js";
import { expandPaths } from "./formats/expand-paths.js";
import { endingOf, fileKindOf, knownEndings } from "./formats/file-kind.js";
import { writeSample } from "./sample.js";
import type { Workspace } from "./workspace.js";

/** One file of a data source. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
}

/** Transactions in one file or several, and what is known of them before they are read. */
export interface DataSource {
  /** The file's own name, or `sample`; of several files the first one's and how many more there are. */
  readonly name: string;
  /** The path of the first file. */
  readonly path: string;
  /** The files in order. */
  readonly files: readonly SourceFile[];
  /** SHA-256 in hex: of one file its bytes, of several their hashes one after the other. */
  readonly sha256: string;
  /** True for the synthetic shop: every page made from it says so. */
  readonly synthetic: boolean;
}

/**
 * Finds the files that an option names: a path, several parted by commas, a pattern such as data/raw/*.csv, `sample`
 * for the synthetic shop, a public data set that was downloaded, or, where nothing is named, the one file in data/raw, else the synthetic shop.
 *
 * @param data the option's value
 * @param workspace where the project's folders are and where relative paths start
 * @throws SegmentLabError `file-missing`, `empty-file`, `bad-file` or `unknown-data`
 */
export async function findSource(data: string | undefined, workspace: Workspace): Promise<DataSource> {
  const named = data ?? onlyRawFile(workspace);
  if (named === "sample") return describe([await writeSample(workspace)], true);
  const known = dataSets.find(({ name }) => name === named);
  if (known) return describe([downloaded(known, workspace)], false);
  return describe(expandPaths(named, workspace.userFolder), false);
}

function downloaded({ name, file }: DataSet, { root }: Workspace): string {
  const path = join(root, "data", "raw", file);
  if (existsSync(path)) return path;
  throw new SegmentLabError("file-missing", `${name} is not in data/raw yet; download it with npm run data -- ${name}`);
}

/** The names that stand for data beside paths. */
export const dataNames: readonly string[] = ["sample", ...dataSets.map(({ name }) => name)];

function onlyRawFile({ root }: Workspace): string {
  const folder = join(root, "data", "raw");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => knownEndings.includes(endingOf(name))) : [];
  if (names.length > 1) {
    const list = names.sort().join(", ");
    throw new SegmentLabError(
      "unknown-data",
      `data/raw holds several files (${list}); choose one with --data data/raw/NAME`,
    );
  }
  return names.length === 1 ? join(folder, names[0]!) : "sample";
}

async function describe(paths: readonly string[], synthetic: boolean): Promise<DataSource> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const name = synthetic ? "sample" : basename(path);
    if (statSync(path).isDirectory()) {
      throw new SegmentLabError(
        "bad-file",
        `${name} is a folder; give --data a file in it, or all of a kind as "${name}/*.csv"`,
      );
    }
    // a file that cannot be read is refused before it is hashed
    await fileKindOf(path, name, path);
    const sha256 = await hashFile(path);
    const twin = files.find((file) => file.sha256 === sha256);
    if (twin) {
      throw new SegmentLabError("bad-file", `${name} and ${twin.name} hold the same bytes; name one of them only`);
    }
    files.push({ name, path, sha256 });
  }
  const [first, ...more] = files;
  return {
    name: more.length === 0 ? first!.name : `${first!.name} and ${more.length} more file${more.length > 1 ? "s" : ""}`,
    path: first!.path,
    files,
    sha256: more.length === 0 ? first!.sha256 : hashText(files.map((file) => file.sha256).join("")),
    synthetic,
  };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of filePieces(path)) hash.update(piece);
  return hash.digest("hex");
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
