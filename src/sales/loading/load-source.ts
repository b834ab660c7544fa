import { join } from "node:path";
import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import { countKnownColumns, hasNeededColumns } from "../columns.js";
import type { DialectOptions } from "../formats/csv-part.js";
import type { FilePart } from "../formats/file-part.js";
import { type FileContext, openFile } from "../formats/open-file.js";
import { defaultLimits, type UnpackLimits } from "../formats/unpack-limits.js";
import type { DataSource } from "../source.js";
import type { LoadedTable } from "./loaded-table.js";

/** How a source is read. */
export interface LoadOptions {
  /** What is known of text files; the rest is detected. */
  readonly dialect?: DialectOptions;
  readonly limits?: Partial<UnpackLimits>;
  /** Headers that the user named, by canonical column. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Whatever says that ids must not be told: then nothing is, of a part that is left out, but its name. */
  readonly redaction?: unknown;
}

/** What a source holds. */
export interface LoadedSource {
  /** The parts in order: files as they were named, sheets and entries as their file lists them. */
  readonly parts: readonly LoadedTable[];
  /** What was detected and what was left out, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Shows each file of a source, or each sheet and entry in it that has the needed columns, as a view `source_0`,
 * `source_1`, ….
 *
 * @param scratch an empty folder for temporary files, which the views read from: remove it when they are done with
 * @throws SegmentLabError `bad-file`, `empty-file` or `too-large`, naming the file
 */
export async function loadSource(
  database: Database,
  source: DataSource,
  scratch: string,
  options: LoadOptions = {},
): Promise<LoadedSource> {
  const { dialect = {}, columns = {} } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const knownColumns = (header: readonly string[]) => countKnownColumns(header, columns);
  const parts: LoadedTable[] = [];
  const notes: string[] = [];
  for (const [i, { path, name }] of source.files.entries()) {
    const context = { database, scratch: join(scratch, `${i}`), limits, dialect, knownColumns };
    const opened = await openFile(context, path, name);
    notes.push(...opened.notes);
    try {
      for (const part of chooseParts(opened.parts, columns, notes, options.redaction !== undefined)) {
        refuseTwins(part, knownColumns);
        notes.push(...part.notes);
        parts.push(await part.load(database, `source_${parts.length}`));
      }
    } finally {
      opened.close();
    }
  }
  return { parts, notes };
}

function chooseParts(
  parts: readonly FilePart[],
  columns: Readonly<Record<string, string>>,
  notes: string[],
  isRedacted: boolean,
): readonly FilePart[] {
  if (parts.length === 1) return parts;
  const chosen = parts.filter(({ header }) => hasNeededColumns(header, columns));
  // none fits: the first one shows what is missing
  if (chosen.length === 0) return parts.slice(0, 1);
  for (const { name, header } of parts.filter((part) => !chosen.includes(part))) {
    const found = isRedacted ? "" : ` (found: ${header.slice(0, 20).join(", ")})`;
    notes.push(`${name} is left out: it lacks the needed columns${found}`);
  }
  return chosen;
}

function refuseTwins({ name, header }: FilePart, knownColumns: FileContext["knownColumns"]): void {
  const twin = header.find((title, i) => title !== "" && header.indexOf(title) < i && knownColumns([title]) > 0);
  if (twin !== undefined) {
    throw new SegmentLabError("bad-file", `${name} has two columns named "${twin}"; rename or remove one of them`);
  }
}
