import { readFile } from "node:fs/promises";
import { SegmentLabError } from "../../core/errors.js";
import { didYouMean } from "../../core/nearest-names.js";
import { csvFields } from "../../sales/formats/csv-fields.js";
import { checkPersonas } from "./check-playbook.js";
import { defaultPlaybook } from "./default-playbook.js";
import type { Playbook } from "./playbook.js";
import { playbookFields } from "./playbook-fields.js";
import { entryOf, type PlaybookRow } from "./playbook-rows.js";

/** What `readPlaybook` takes. */
export interface ReadPlaybookOptions {
  /** Names of personas and RFM segments of one's own that the file may have rows for. */
  readonly personas?: readonly string[];
}

/**
 * Reads a playbook of one's own from CSV (commas, semicolons or tabs, as a spreadsheet saves it) or JSON (a list of rows),
 * with the columns of `playbookTable`. Personas that the file leaves out keep what the default says.
 *
 * @param path the file
 * @param options `personas` that the default does not know
 * @returns the default playbook with the file's rows in place of its own
 * @throws SegmentLabError `file-missing`; `bad-file`; `bad-value` naming the row and its field: missing, no number, a
 *   probability outside 0 to 1, uplifts that do not rise, a persona that is unknown or stands twice
 * @example
 * const playbook = await readPlaybook("my-playbook.csv");
 */
export async function readPlaybook(path: string, options: ReadPlaybookOptions = {}): Promise<Playbook> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new SegmentLabError("file-missing", `the playbook ${path} cannot be read; check the path`, { cause });
  }
  const text = decode(bytes).replace(/^\uFEFF/, "");
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text, path) : csvRows(text, path);
  if (rows.length === 0)
    throw new SegmentLabError("bad-file", `the playbook ${path} has no rows; begin with playbookCsv()`);
  const entries = rows.map((row, i) => entryOf(row, `row ${i + 1} of ${path}`));
  const known = [...defaultPlaybook.map(({ persona }) => persona), ...(options.personas ?? [])];
  checkPersonas(
    entries.map(({ persona }) => persona),
    path,
    known,
  );
  const own = new Map(entries.map((entry) => [entry.persona, entry]));
  const kept = defaultPlaybook.map((entry) => own.get(entry.persona) ?? entry);
  const more = entries.filter(({ persona }) => !defaultPlaybook.some((entry) => entry.persona === persona));
  return [...kept, ...more];
}

/** UTF-8, or what older spreadsheets write where it is not. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function csvRows(text: string, path: string): PlaybookRow[] {
  const header = text.slice(0, /[\r\n]|$/.exec(text)!.index);
  const delimiter = [",", ";", "\t"].reduce((best, mark) => (count(header, mark) > count(header, best) ? mark : best));
  const { records, isOpen } = csvFields(
    text,
    { delimiter, quote: '"', escapeMark: '"' },
    Number.POSITIVE_INFINITY,
    true,
  );
  if (isOpen) throw new SegmentLabError("bad-file", `the playbook ${path} ends inside quotes; close them`);
  const [names = [], ...rows] = records.map((record) => record.map((field) => field.trim()));
  checkColumns(names, path);
  return rows
    .filter((row) => row.some((field) => field !== ""))
    .map((row) => Object.fromEntries(names.map((name, j) => [name, unguarded(row[j] ?? "")])));
}

function jsonRows(text: string, path: string): PlaybookRow[] {
  let loose: unknown;
  try {
    loose = JSON.parse(text);
  } catch (cause) {
    throw new SegmentLabError("bad-file", `the playbook ${path} is no JSON: ${(cause as Error).message}`, { cause });
  }
  const isRow = (row: unknown): row is PlaybookRow => typeof row === "object" && row !== null && !Array.isArray(row);
  if (!Array.isArray(loose) || !loose.every(isRow))
    throw new SegmentLabError("bad-file", `the playbook ${path} is no list of rows; write [{"persona": …}, …]`);
  for (const row of loose) checkColumns(Object.keys(row), path, false);
  return loose;
}

function checkColumns(names: readonly string[], path: string, isWhole = true): void {
  const known = playbookFields.map(({ column }) => column);
  const stranger = names.find((name) => name !== "" && !known.includes(name));
  if (stranger !== undefined)
    throw new SegmentLabError(
      "bad-file",
      `${path}: no column "${stranger}"${didYouMean(stranger, known) || `; there are ${known.join(", ")}`}`,
    );
  const missing = known.filter((name) => !names.includes(name));
  if (isWhole && missing.length > 0)
    throw new SegmentLabError(
      "bad-file",
      `${path} has no column ${missing.join(", ")}; the columns are ${known.join(", ")}`,
    );
}

/** What `toCsv` put before a text that looks like a formula is taken off again: the text is never run here. */
function unguarded(field: string): string {
  return /^'[=+\-@\t\r]/.test(field) ? field.slice(1) : field;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
