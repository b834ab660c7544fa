import { open } from "node:fs/promises";
import { SegmentLabError } from "../../core/errors.js";

/** What a file's first bytes say that it is; anything without a mark of its own may be text. */
export type FileKind = "gzip" | "parquet" | "text" | "zip" | "zstd";

const marks: readonly (readonly [mark: string, kind: FileKind])[] = [
  ["PAR1", "parquet"],
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["\x1f\x8b", "gzip"],
  ["\x28\xb5\x2f\xfd", "zstd"],
];

/** Kinds that are not read, each with what its owner can do. */
const strangers: readonly (readonly [mark: string, what: string])[] = [
  ["\xd0\xcf\x11\xe0", "an old (.xls) or a locked Excel workbook; save it as .xlsx without a password"],
  ["%PDF", "a PDF; export the table as .csv"],
  ["SQLite format 3", "an SQLite database; export the table as .csv"],
  ["ARROW1", "an Arrow file; save it as .parquet"],
  ["7z\xbc\xaf", "a 7-Zip archive; unpack it first"],
  ["Rar!", "a RAR archive; unpack it first"],
  ["BZh", "a bzip2 archive; unpack it first"],
  ["\xfd7zXZ", "an xz archive; unpack it first"],
];

/** What names promise, by their last ending. */
const promises: Readonly<Record<string, readonly [kind: FileKind, what: string]>> = {
  ".csv": ["text", "text"],
  ".tsv": ["text", "text"],
  ".txt": ["text", "text"],
  ".parquet": ["parquet", "a Parquet file"],
  ".xlsx": ["zip", "an Excel workbook"],
  ".xlsm": ["zip", "an Excel workbook"],
  ".zip": ["zip", "a zip archive"],
  ".gz": ["gzip", "a gzip archive"],
  ".zst": ["zstd", "a Zstandard archive"],
};

/** The endings that are read, in the order in which a message lists them. */
export const knownEndings: readonly string[] = [
  ".parquet",
  ".csv",
  ".tsv",
  ".txt",
  ".xlsx",
  ".zip",
  ".gz",
  ".zst",
] as const;

/**
 * Decides by its first bytes what a file is; its name only matters where it promises something else.
 *
 * @param name what a message calls the file
 * @param called the name that promises something, where it is another one
 * @throws SegmentLabError `empty-file` or `bad-file`, with what to do
 */
export async function fileKindOf(path: string, name: string, called = name): Promise<FileKind> {
  const bytes = await firstBytes(path, 512);
  if (bytes.length === 0) throw new SegmentLabError("empty-file", `${name} is empty`);
  const start = bytes.toString("latin1");
  const stranger = strangers.find(([mark]) => start.startsWith(mark));
  if (stranger) throw new SegmentLabError("bad-file", `${name} is ${stranger[1]}`);
  if (start.slice(257, 262) === "ustar") {
    throw new SegmentLabError("bad-file", `${name} is a tar archive; unpack it first`);
  }
  const kind = marks.find(([mark]) => start.startsWith(mark))?.[1] ?? "text";
  const promise = promises[endingOf(called)];
  if (kind === "text" && promise && promise[0] !== "text") {
    throw new SegmentLabError("bad-file", `${name} is not ${promise[1]}; if it is text, rename it to .csv`);
  }
  if (kind === "text" && !promise) {
    const known = knownEndings.join(", ");
    throw new SegmentLabError("bad-file", `${name} is of a kind that is not read yet; save it as one of ${known}`);
  }
  return kind;
}

/** True where a file's name says that it is text. */
export function isNamedAsText(name: string): boolean {
  return promises[endingOf(name)]?.[0] === "text";
}

/** A name's last ending in lower case, with its point; empty where it has none. */
export function endingOf(name: string): string {
  return /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? "";
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
