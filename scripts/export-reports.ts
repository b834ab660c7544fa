// npm run reports: runs the notebooks in fresh kernels and writes one self-contained page each, and an index
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { SegmentLabError } from "../src/core/errors.js";
import { CellError } from "../src/report/cell-error.js";
import { exportReports } from "../src/report/export-reports.js";
import { openSales } from "../src/sales/open-sales.js";
import { analysisHelp, analysisOptions, readAnalysisOptions } from "./analysis-options.js";
import { CommandExit, runCommand } from "./command.js";
import { formatCellError } from "./format-cell-error.js";
import { createReportProgress } from "./report-progress.js";
import { listNotebooks, userPath, workspaceRoot } from "./workspace.js";

const help = `npm run reports -- [options]

Runs the notebooks in fresh kernels and writes one self-contained HTML page each, and index.html.

${analysisHelp}
  --out DIR       the folder of the pages; default reports/ in the workspace
  --only 04       only the notebooks whose name starts so
  --times         print in the pages how long each cell took (they then differ from run to run)
  --quiet, -q     no progress
  --help          this text

Paths are relative to where you stand.`;

const options = {
  ...analysisOptions,
  out: { type: "string" },
  only: { type: "string" },
  times: { type: "boolean", default: false },
  quiet: { type: "boolean", short: "q", default: false },
  help: { type: "boolean", default: false },
} as const;

await runCommand(async (signal) => {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(help);
  const settings = readAnalysisOptions(values);
  // a file that cannot be read is the user's mistake, and is told before any kernel starts
  (await openSales(settings)).close();
  const out = values.out === undefined ? join(workspaceRoot, "reports") : userPath(values.out);
  const progress = createReportProgress(process.stderr, values.quiet);
  try {
    const paths = await exportReports({
      notebooks: listNotebooks(),
      out,
      only: values.only,
      times: values.times,
      env: { ...process.env, SEGMENT_LAB_OPTIONS: JSON.stringify({ ...settings, times: values.times }) },
      signal,
      onProgress: progress.update,
    });
    progress.end();
    const index = relative(process.env.INIT_CWD ?? process.cwd(), paths.at(-1)!);
    if (!values.quiet)
      console.log(`${paths.length - 1} ${paths.length === 2 ? "page" : "pages"} and the index: ${index}`);
  } catch (error) {
    progress.end();
    if (!(error instanceof CellError)) throw error;
    const ours = /^SegmentLabError: (.*)/.exec(error.message);
    // a mistake that only a notebook can find is still the user's
    if (ours) throw new SegmentLabError("bad-value", `${error.notebook}: ${ours[1]}`);
    console.error(formatCellError(error));
    throw new CommandExit(1);
  }
});
