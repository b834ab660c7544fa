// npm run reports: runs the notebooks in fresh kernels and writes one self-contained page each, and an index
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { SegmentLabError } from "../src/core/errors.js";
import { contentKey, openKeptResults } from "../src/core/kept-results.js";
import { CellError } from "../src/report/cell-error.js";
import { chooseNotebooks, exportReports } from "../src/report/export-reports.js";
import { libraryHash } from "../src/report/library-hash.js";
import type { Notebook } from "../src/report/notebook.js";
import { heavyPage } from "../src/report/page-weight.js";
import { parseParameters } from "../src/report/parse-parameters.js";
import { segmentShop } from "../src/report/run/segment-shop.js";
import { segmentPages } from "../src/report/segment-pages/segment-pages.js";
import { stalePages } from "../src/report/stale-pages.js";
import { openSales } from "../src/sales/open-sales.js";
import type { Settings } from "../src/sales/settings.js";
import { projectWorkspace } from "../src/sales/workspace.js";
import { readPlaybook } from "../src/segments/playbook/read-playbook.js";
import { analysisHelp, analysisOptions, readAnalysisOptions } from "./analysis-options.js";
import { CommandExit, runCommand } from "./command.js";
import { formatCellError } from "./format-cell-error.js";
import { createReportProgress } from "./report-progress.js";
import { readRunLimits, runLimitHelp, runLimitOptions } from "./run-limits.js";
import { listNotebooks, userPath, workspaceRoot } from "./workspace.js";

const help = `npm run reports -- [options]

Runs the notebooks in fresh kernels and writes one self-contained HTML page each, one page a segment in segments/, and
index.html. A page that nothing changed for (notebook, data, options, library) is taken from the last run.

${analysisHelp}
  --out DIR       the folder of the pages; default reports/ in the workspace
  --only 04       only the notebooks whose name starts so; the segments' pages come with 05
  --param K=V     another value for a parameter of a notebook (of its cell tagged "parameters"); may be given several times
${runLimitHelp}
  --keep-going    mark cells that fail in the pages and go on; the exit code is 1 all the same
  --fresh         run every notebook, also where nothing changed
  --check         run nothing: say which pages in --out are out of date, and why; the exit code is then 1
  --times         print in the pages how long each cell took (they then differ from run to run)
  --quiet, -q     no progress
  --help          this text

Paths are relative to where you stand.`;

const options = {
  ...analysisOptions,
  ...runLimitOptions,
  out: { type: "string" },
  only: { type: "string" },
  param: { type: "string", multiple: true, default: [] as string[] },
  "keep-going": { type: "boolean", default: false },
  fresh: { type: "boolean", default: false },
  check: { type: "boolean", default: false },
  times: { type: "boolean", default: false },
  quiet: { type: "boolean", short: "q", default: false },
  help: { type: "boolean", default: false },
} as const;

await runCommand(async (signal) => {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(help);
  const { times, only, quiet, fresh } = values;
  const settings = readAnalysisOptions(values);
  const parameters = parseParameters(values.param);
  const limits = readRunLimits(values);
  const notebooks = listNotebooks();
  const out = values.out === undefined ? join(workspaceRoot, "reports") : userPath(values.out);
  // a file that cannot be read is the user's mistake, and is told before any kernel starts
  const sales = await openSales(settings);
  const { data: _, ...others } = settings;
  const { name, sha256 } = sales.source;
  // what files and keys outside of the settings hold decides as well
  const hidden = [sales.redaction?.fingerprint ?? "", settings.playbook ? await readPlaybook(settings.playbook) : null];
  const run = { data: contentKey(name, sha256), settings: contentKey(sorted(others), hidden) };
  sales.close();
  if (values.check)
    return check(stalePages(chooseNotebooks(notebooks, only), out, { ...run, library: libraryHash() }, parameters));

  const progress = createReportProgress(process.stderr, quiet);
  const failures: CellError[] = [];
  try {
    const paths = await exportReports({
      ...{ notebooks, out, only, times, signal, parameters, fresh, run, ...limits },
      env: { ...process.env, SEGMENT_LAB_OPTIONS: JSON.stringify({ ...settings, times }) },
      kept: openKeptResults(join(projectWorkspace().cacheFolder, "pages"), 200e6),
      ...("05-actions".startsWith(only ?? "") && { segments: () => pagesOf(settings, quiet) }),
      onProgress: progress.update,
      ...(values["keep-going"] && { onFailure: (error: CellError) => failures.push(error) }),
    });
    progress.end();
    for (const path of paths) {
      const note = heavyPage(path, readFileSync(path, "utf8"));
      if (note) console.error(note);
    }
    const index = relative(process.env.INIT_CWD ?? process.cwd(), paths.at(-1)!);
    if (!quiet) console.log(`${paths.length - 1} ${paths.length === 2 ? "page" : "pages"} and the index: ${index}`);
  } catch (error) {
    progress.end();
    if (!(error instanceof CellError)) throw error;
    const ours = /^SegmentLabError: (.*)/.exec(error.message);
    // a mistake that only a notebook can find is still the user's
    if (ours) throw new SegmentLabError("bad-value", `${error.notebook}: ${ours[1]}`);
    console.error(`${formatCellError(error)}\n\nno page was written or replaced`);
    throw new CommandExit(1);
  }
  if (failures.length === 0) return;
  for (const { notebook, cell, firstLine, message } of failures) {
    console.error(`${notebook}: code cell ${cell} (${firstLine}): ${message}`);
  }
  throw new CommandExit(1);
});

function check(pages: ReturnType<typeof stalePages>): void {
  const stale = pages.filter(({ reasons }) => reasons.length > 0);
  for (const { name, reasons } of stale) console.log(`${name}: ${reasons.join("; ")}`);
  if (stale.length > 0) throw new CommandExit(1);
  console.log(`${pages.length} ${pages.length === 1 ? "page is" : "pages are"} up to date`);
}

function sorted(settings: object): object {
  return Object.fromEntries(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The segments' pages, of the verdict that notebook 04 has left in the cache. */
async function pagesOf(settings: Settings, isQuiet: boolean): Promise<readonly Notebook[]> {
  const start = performance.now();
  const shop = await segmentShop(settings);
  try {
    const pages = await segmentPages(shop);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (!isQuiet)
      process.stderr.write(`segments: ${pages.length} ${pages.length === 1 ? "page" : "pages"}, ${seconds} s\n`);
    return pages;
  } finally {
    shop.sales.close();
  }
}
