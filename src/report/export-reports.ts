import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import type { KeptResults } from "../core/kept-results.js";
import { openCompilers } from "./compile/open-compilers.js";
import { createGate, type Gate } from "./gate.js";
import { inParallel } from "./in-parallel.js";
import { libraryHash } from "./library-hash.js";
import { makePage } from "./make-page.js";
import { type Notebook, notebookHash, readNotebook } from "./notebook.js";
import { type RunInputs, readInputs } from "./page-inputs.js";
import { type PageSummary, readSummary } from "./page-summary.js";
import { checkParameters } from "./parameters.js";
import { renderIndex } from "./render-index.js";
import type { RunNotebookOptions } from "./run-notebook.js";
import { runOrder } from "./run-order.js";
import { segmentFiles } from "./segment-pages/segment-files.js";
import { removeEarlierSegments, summarizeSegments } from "./segment-pages/segments-folder.js";

/** What to export, and where to. */
export interface ExportReportsOptions extends Omit<RunNotebookOptions, "limits" | "compilerOf"> {
  /** Paths of all notebooks of the workspace, in the index's order. */
  readonly notebooks: readonly string[];
  /** The folder of the pages; made where it is missing. */
  readonly out: string;
  /** The beginning of the name of the notebooks to run, such as "04"; all where left out. */
  readonly only?: string;
  /** Pages of segments, which no notebook holds; where left out those that stand in the folder stay. */
  readonly segments?: () => Promise<readonly Notebook[]>;
  /** Whether pages say how long each cell took. */
  readonly times?: boolean;
  /** How many notebooks run at the same time; two where left out, one on a single processor. */
  readonly jobs?: number;
  /** Seconds that one cell may take; no limit where left out. */
  readonly cellSeconds?: number;
  /** Seconds that the whole run may take; no limit where left out. */
  readonly runSeconds?: number;
  /** The data and settings that the notebooks will find, for the pages to say and for `kept`. */
  readonly run?: Omit<RunInputs, "library">;
  /** Where pages are kept between runs, and taken from where nothing changed that they are made from. */
  readonly kept?: KeptResults;
  /** Whether pages that were kept are left alone. */
  readonly fresh?: boolean;
}

/**
 * Runs notebooks in fresh kernels, a few at a time, and writes one self-contained page each, those of the segments, and an
 * index. No page is written or replaced before all have run.
 *
 * @returns the paths of the pages written, the index last
 * @throws CellError when a cell fails, unless failures are told with `onFailure`
 * @throws SegmentLabError `bad-option` when `only` names no notebook, `out` is a file or a parameter is not known
 */
export async function exportReports(options: ExportReportsOptions): Promise<readonly string[]> {
  const { notebooks, out, only, signal, jobs = Math.min(2, availableParallelism()), cellSeconds, runSeconds } = options;
  const chosen = chooseNotebooks(notebooks, only);
  checkFolder(out);
  // what is wrong with a notebook is told before any runs
  const read = chosen.map((path) => readNotebook(path));
  checkParameters(read, options.parameters ?? new Map());
  const run: RunInputs = { data: "", settings: "", ...options.run, library: libraryHash() };
  const limits = {
    ...(cellSeconds !== undefined && { cellSeconds }),
    ...(runSeconds !== undefined && { runSeconds, deadline: performance.now() + 1000 * runSeconds }),
  };
  const compilers = openCompilers();
  const { first, last } = runOrder(chosen, (path) => read[chosen.indexOf(path)]!, jobs);
  const pages = new Map<string, string>();
  const pageOf = (path: string, onRun: () => void) => async (signal: AbortSignal) => {
    const own = { limits, run, signal, compilerOf: compilers.of, onRun };
    pages.set(path, await makePage(path, { ...options, ...own }));
  };
  // who comes later finds the results of the others in the cache: 05 what 04 has weighed, the segments' pages the verdict
  const [others, all] = [createGate(first.length), createGate(chosen.length)];
  const passed = () => {
    others.pass();
    all.pass();
  };
  const after = (gate: Gate, work: (ended: AbortSignal) => Promise<void>) => (ended: AbortSignal) =>
    gate.wait(ended).then(() => work(ended));
  let segments: PromiseSettledResult<ReadonlyMap<string, string>> | undefined;
  // a mistake of a notebook's is told before one that the segments' pages find
  const segmentsOf = async (ended: AbortSignal) => {
    if (!ended.aborted) [segments] = await Promise.allSettled([segmentFiles({ ...options, run })]);
  };
  const work = [
    ...first.map((path) => pageOf(path, passed)),
    ...last.map((path) => after(others, pageOf(path, passed))),
    after(all, segmentsOf),
  ];
  await inParallel(work, jobs, (make, ended) => make(ended), signal).finally(compilers.close);
  if (segments?.status === "rejected") throw segments.reason;
  const files = new Map(chosen.map((path) => [pageName(path), pages.get(path)!]));
  for (const [path, page] of segments?.value ?? []) files.set(path, page);
  files.set("index.html", renderIndex(summarizeAll(notebooks, files, out), summarizeSegments(files, out)));
  signal?.throwIfAborted();
  writeTogether(out, files);
  await options.kept?.prune();
  return [...files.keys()].map((name) => join(out, name));
}

function pageName(path: string): string {
  return `${basename(path, ".ipynb")}.html`;
}

/** The notebooks whose names start so. */
export function chooseNotebooks(notebooks: readonly string[], only: string | undefined): readonly string[] {
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
    const name = pageName(path);
    const earlier = join(out, name);
    const page = files.get(name) ?? (existsSync(earlier) ? readFileSync(earlier, "utf8") : "");
    const summary = readSummary(page);
    if (!summary) return [];
    const notice = noticeOf(page, path);
    return notice === "" ? summary : { ...summary, notice };
  });
}

function noticeOf(page: string, path: string): string {
  const inputs = readInputs(page);
  if (inputs?.failures) return `Partial: ${inputs.failures} ${inputs.failures === 1 ? "cell" : "cells"} failed`;
  const isSame = inputs === null || notebookHash(path) === inputs.notebook;
  return isSame ? "" : "Out of date: the notebook has changed since this page was made";
}

// written beside, then renamed: a full disk or a crash leaves the last good pages
function writeTogether(out: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(out, { recursive: true });
  const beside = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  try {
    for (const name of files.keys())
      for (const folder of [beside, out]) mkdirSync(dirname(join(folder, name)), { recursive: true });
    for (const [name, text] of files) writeFileSync(join(beside, name), text);
    for (const name of files.keys()) renameSync(join(beside, name), join(out, name));
    removeEarlierSegments(files, out);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
