import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import { writeSample } from "./sample.js";
import type { Workspace } from "./workspace.js";

/** A file of transactions and what is known of it before it is read. */
export interface DataSource {
  /** The file's own name, or `sample`. */
  readonly name: string;
  readonly path: string;
  readonly format: "csv" | "parquet";
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly encoding: "utf-8" | "latin-1";
  /** True for the synthetic shop: every page made from it says so. */
  readonly synthetic: boolean;
}

const formats: Readonly<Record<string, DataSource["format"]>> = {
  ".parquet": "parquet",
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
};

/**
 * Finds the file that an option names: a path, `sample` for the synthetic shop, or, where nothing is named, the one
 * file in data/raw, else the synthetic shop.
 *
 * @param data the option's value
 * @param workspace where the project's folders are and where relative paths start
 * @throws SegmentLabError `file-missing`, `empty-file`, `bad-file` or `unknown-data`
 */
export async function findSource(data: string | undefined, workspace: Workspace): Promise<DataSource> {
  const named = data ?? onlyRawFile(workspace);
  if (named === "sample") return describe(await writeSample(workspace), "sample", true);
  const path = resolve(workspace.userFolder, named);
  if (!existsSync(path)) {
    throw new SegmentLabError(
      "file-missing",
      `no file ${named}; give --data a path, or "sample" for the synthetic shop`,
    );
  }
  return describe(path, basename(path), false);
}

function onlyRawFile({ root }: Workspace): string {
  const folder = join(root, "data", "raw");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => formats[extname(name).toLowerCase()]) : [];
  if (names.length > 1) {
    const list = names.sort().join(", ");
    throw new SegmentLabError(
      "unknown-data",
      `data/raw holds several files (${list}); choose one with --data data/raw/NAME`,
    );
  }
  return names.length === 1 ? join(folder, names[0]!) : "sample";
}

async function describe(path: string, name: string, synthetic: boolean): Promise<DataSource> {
  const status = statSync(path);
  const format = formats[extname(path).toLowerCase()];
  if (status.isDirectory()) throw new SegmentLabError("bad-file", `${name} is a folder; give --data one file`);
  if (status.size === 0) throw new SegmentLabError("empty-file", `${name} is empty`);
  if (!format) {
    const known = Object.keys(formats).join(", ");
    throw new SegmentLabError("bad-file", `${name} is of a kind that is not read yet; save it as one of ${known}`);
  }
  return { name, path, format, synthetic, ...(await readThrough(path, format)) };
}

/** One pass over the bytes: their hash, and whether a text file is valid UTF-8. */
async function readThrough(path: string, format: string): Promise<Pick<DataSource, "sha256" | "encoding">> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    if (format === "csv" && isUtf8) {
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        isUtf8 = false;
      }
    }
  }
  return { sha256: hash.digest("hex"), encoding: isUtf8 ? "utf-8" : "latin-1" };
}
