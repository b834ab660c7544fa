import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import { type DialectOptions, openCsv } from "./csv-part.js";
import { endingOf, type FileKind, fileKindOf, isNamedAsText } from "./file-kind.js";
import type { FilePart } from "./file-part.js";
import { openParquet } from "./parquet-part.js";
import { openSheet } from "./sheet-part.js";
import { notText } from "./text-encoding.js";
import { saveStream, unpackFile } from "./unpack-file.js";
import type { UnpackLimits } from "./unpack-limits.js";
import { isOfficeDocument, openWorkbook } from "./workbook.js";
import { openZip, type ZipArchive } from "./zip-archive.js";

/** What reading a file needs beside the file. */
export interface FileContext {
  readonly database: Database;
  /** Temporary files get names that start like this. */
  readonly scratch: string;
  readonly limits: UnpackLimits;
  readonly dialect: DialectOptions;
  /** How many names of a header are known. */
  readonly knownColumns: (header: readonly string[]) => number;
}

/** The tables that a file holds. */
export interface OpenedFile {
  readonly parts: readonly FilePart[];
  readonly notes: readonly string[];
  /** To be called once the parts are loaded. */
  close(): void;
}

/** Where a file came from: an archive inside an archive is not read. */
type Origin = "disk" | "packed" | "entry";

/**
 * Finds the tables in a file, whatever its name says that it is.
 *
 * @throws SegmentLabError naming the file and, in an archive, the entry
 */
export function openFile(context: FileContext, path: string, name: string): Promise<OpenedFile> {
  return openAny(context, path, name, "disk");
}

async function openAny(context: FileContext, path: string, name: string, origin: Origin): Promise<OpenedFile> {
  const kind = await fileKindOf(path, name, origin === "disk" ? path : name);
  const { scratch, dialect, knownColumns } = context;
  if (kind === "text") return only(await openCsv(path, name, scratch, knownColumns, dialect));
  const notes = isNamedAsText(name) ? [`${name} is no text, whatever its name says: it is read as ${kind}`] : [];
  if (kind === "parquet") return only(await openParquet(context.database, path, name, scratch), notes);
  if (kind === "zip") return await openArchive(context, path, name, origin, notes);
  if (origin !== "disk") throw nested(name);
  const target = `${scratch}.unpacked`;
  await unpackFile(path, name, kind, target, context.limits);
  const inside = await openAny(context, target, innerName(name, kind), "packed");
  return { ...inside, notes: [...notes, ...inside.notes] };
}

async function openArchive(
  context: FileContext,
  path: string,
  name: string,
  origin: Origin,
  notes: readonly string[],
): Promise<OpenedFile> {
  const archive = await openZip(path, name, context.limits).catch((error: unknown) => {
    if (isNamedAsText(name) && error instanceof SegmentLabError && error.message.includes("is no whole zip")) {
      throw notText(name, error);
    }
    throw error;
  });
  try {
    if (isOfficeDocument(archive)) return { ...(await openSheets(context, archive, name)), close: archive.close };
    if (origin !== "disk") throw nested(name);
    return await openEntries(context, archive, name, notes);
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function openSheets(context: FileContext, archive: ZipArchive, name: string) {
  const workbook = await openWorkbook(archive, name);
  const parts: FilePart[] = [];
  const notes: string[] = [];
  for (const [i, sheet] of workbook.sheets.entries()) {
    const part = await openSheet(workbook, sheet, `${context.scratch}.sheet-${i}`, context.knownColumns);
    if (part) parts.push(part);
    else notes.push(`${name}, sheet "${sheet.title}" is left out: it is blank`);
  }
  if (parts.length === 0) throw new SegmentLabError("empty-file", `${name} has no sheet with rows`);
  return { parts, notes };
}

async function openEntries(
  context: FileContext,
  archive: ZipArchive,
  name: string,
  notes: readonly string[],
): Promise<OpenedFile> {
  const opened: OpenedFile[] = [];
  const left: string[] = [];
  const close = () => {
    for (const file of opened) file.close();
    archive.close();
  };
  try {
    for (const [i, entry] of archive.names.entries()) {
      const full = `${name}/${entry}`;
      if (isClutter(entry)) continue;
      if (!readable.includes(endingOf(entry))) {
        if (packed.includes(endingOf(entry))) throw nested(full);
        left.push(`${full} is left out: it is no table`);
        continue;
      }
      const scratch = `${context.scratch}-${i}`;
      await saveStream(await archive.read(entry), full, `${scratch}.entry`);
      opened.push(await openAny({ ...context, scratch }, `${scratch}.entry`, full, "entry"));
    }
    if (opened.length === 0) throw new SegmentLabError("empty-file", `${name} holds no table (${list(archive.names)})`);
  } catch (error) {
    close();
    throw error;
  }
  return {
    parts: opened.flatMap((file) => file.parts),
    notes: [...notes, ...left, ...opened.flatMap((file) => file.notes)],
    close,
  };
}

const readable = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".parquet"];
const packed = [".zip", ".gz", ".zst", ".7z", ".rar", ".bz2", ".xz", ".tar", ".tgz"];

/** What macOS and Windows leave in archives. */
function isClutter(entry: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/.test(entry);
}

function only(part: FilePart, notes: readonly string[] = []): OpenedFile {
  return { parts: [part], notes, close: () => {} };
}

/** "a.csv.gz" holds "a.csv"; what is inside a file without such an ending decides for itself. */
function innerName(name: string, kind: FileKind): string {
  const inner = name.replace(kind === "gzip" ? /\.gz$/i : /\.zst$/i, "");
  return endingOf(inner) === "" ? `${inner}.csv` : inner;
}

function nested(name: string): SegmentLabError {
  return new SegmentLabError("bad-file", `${name} is an archive inside an archive; unpack the outer one first`);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "it is empty" : `found: ${names.slice(0, 10).join(", ")}`;
}
