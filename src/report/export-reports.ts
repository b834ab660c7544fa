import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import { type PageSummary, readSummary } from "./page-summary.js";
import { renderIndex } from "./render-index.js";
import { renderPage } from "./render-page.js";
import { type CellProgress, runNotebook } from "./run-notebook.js";
import { readPageScript } from "./vega-bundle.js";

/** What to export, and where to. */
export interface ExportReportsOptions {
  /** Paths of all notebooks of the workspace, in the index's order. */
  readonly notebooks: readonly string[];
  /** The folder of the pages; made where it is missing. */
  readonly out: string;
  /** The beginning of the name of the notebooks to run, such as "04"; all where left out. */
  readonly only?: string;
  /** The kernels' environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Whether pages say how long each cell took. */
  readonly times?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CellProgress) => void;
}

/**
 * Runs notebooks in fresh kernels and writes one self-contained page each, and an index. No page is written or replaced
 * before all have run.
 *
 * @returns the paths of the pages written, the index last
 * @throws CellError when a cell fails
 * @throws SegmentLabError `bad-option` when `only` names no notebook or `out` is a file
 */
export async function exportReports(options: ExportReportsOptions): Promise<readonly string[]> {
  const { notebooks, out, only, env, times, signal, onProgress } = options;
  const chosen = chooseNotebooks(notebooks, only);
  checkFolder(out);
  const script = readPageScript();
  const files = new Map<string, string>();
  for (const path of chosen) {
    const notebook = await runNotebook(path, { env, signal, onProgress });
    files.set(`${notebook.name}.html`, renderPage(notebook, { script, times }));
  }
  files.set("index.html", renderIndex(summarizeAll(notebooks, files, out)));
  signal?.throwIfAborted();
  writeTogether(out, files);
  return [...files.keys()].map((name) => join(out, name));
}

function chooseNotebooks(notebooks: readonly string[], only: string | undefined): readonly string[] {
  const names = notebooks.map((path) => basename(path, ".ipynb"));
  if (names.length === 0) throw new SegmentLabError("file-missing", "there are no notebooks to export");
  const chosen = notebooks.filter((_, i) => names[i]!.startsWith(only ?? ""));
  if (chosen.length > 0) return chosen;
  throw new SegmentLabError("bad-option", `no notebook starts with "${only}"; choose from ${names.join(", ")}`);
}

function checkFolder(out: string): void {
  let nearest = resolve(out);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (statSync(nearest).isDirectory()) return;
  throw new SegmentLabError("bad-option", `${nearest} is a file; give --out a folder`);
}

// pages of this run, and those of earlier runs that stand in the folder
function summarizeAll(notebooks: readonly string[], files: ReadonlyMap<string, string>, out: string): PageSummary[] {
  return notebooks.flatMap((path) => {
    const name = `${basename(path, ".ipynb")}.html`;
    const earlier = join(out, name);
    const page = files.get(name) ?? (existsSync(earlier) ? readFileSync(earlier, "utf8") : "");
    return readSummary(page) ?? [];
  });
}

// written beside, then renamed: a full disk or a crash leaves the last good pages
function writeTogether(out: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(out, { recursive: true });
  const beside = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  try {
    for (const [name, text] of files) writeFileSync(join(beside, name), text);
    for (const name of files.keys()) renameSync(join(beside, name), join(out, name));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
