// npm run reports: runs the notebooks in fresh kernels and writes one self-contained page each, and an index
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { SegmentLabError } from "../src/core/errors.js";
import { CellError } from "../src/report/cell-error.js";
import { exportReports } from "../src/report/export-reports.js";
import { CommandExit, runCommand } from "./command.js";
import { formatCellError } from "./format-cell-error.js";
import { createReportProgress } from "./report-progress.js";
import { listNotebooks, userPath, workspaceRoot } from "./workspace.js";

const help = `npm run reports -- [options]

Runs the notebooks in fresh kernels and writes one self-contained HTML page each, and index.html.

  --data D        a file (CSV, TSV, Parquet, ...) or a name such as "sample"; the default is what data/raw holds, else "sample"
  --out DIR       the folder of the pages; default reports/ in the workspace
  --only 04       only the notebooks whose name starts so
  --cleaning C    "default" or "naive"
  --seed N        the seed of every random choice; default 1
  --times         print in the pages how long each cell took (they then differ from run to run)
  --quiet         no progress
  --help          this text

Paths are relative to where you stand.`;

const options = {
  data: { type: "string" },
  out: { type: "string" },
  only: { type: "string" },
  cleaning: { type: "string" },
  seed: { type: "string" },
  times: { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

interface NotebookSettings {
  readonly data?: string;
  readonly cleaning?: string;
  readonly seed?: number;
}

await runCommand(async (signal) => {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(help);
  const settings = readSettings(values);
  await prepare(settings);
  const out = values.out === undefined ? join(workspaceRoot, "reports") : userPath(values.out);
  const progress = createReportProgress(process.stderr, values.quiet);
  try {
    const paths = await exportReports({
      notebooks: listNotebooks(),
      out,
      only: values.only,
      times: values.times,
      env: { ...process.env, SEGMENT_LAB_OPTIONS: JSON.stringify(settings) },
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
    console.error(formatCellError(error));
    throw new CommandExit(1);
  }
});

function readSettings(values: { data?: string; cleaning?: string; seed?: string }): NotebookSettings {
  const { data, cleaning, seed } = values;
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) {
    throw new SegmentLabError("bad-option", `--seed ${seed} is not a whole number; give one such as --seed 1`);
  }
  if (cleaning !== undefined && cleaning !== "default" && cleaning !== "naive") {
    throw new SegmentLabError("bad-option", `no cleaning is called "${cleaning}"; choose default or naive`);
  }
  // a name has neither a slash nor an ending
  const isPath = data !== undefined && /[/\\.]/.test(data);
  return { data: isPath ? userPath(data) : data, cleaning, seed: seed === undefined ? undefined : Number(seed) };
}

// checks the data option before any kernel starts
async function prepare(_settings: NotebookSettings): Promise<void> {}
