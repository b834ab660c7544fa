// npm run score: gives the customers of new data the segments of an earlier run, nothing fitted again
import { existsSync, realpathSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { toCsv } from "../src/core/csv.js";
import { diskRefusal } from "../src/core/disk-refusal.js";
import { SegmentLabError } from "../src/core/errors.js";
import { writeAtomically } from "../src/core/write-atomically.js";
import { describeScores } from "../src/models/describe-scores.js";
import { loadModel } from "../src/models/load-model.js";
import { scoreSales } from "../src/models/score-sales.js";
import { settingsFor } from "../src/models/settings-for.js";
import { toldScores } from "../src/models/told-scores.js";
import { openSales } from "../src/sales/open-sales.js";
import { dataNames } from "../src/sales/source.js";
import { analysisOptions, readAnalysisOptions, readingHelp, redactHelp } from "./analysis-options.js";
import { runCommand } from "./command.js";
import { userPath } from "./workspace.js";

const { seed: _, choose: __, ...dataOptions } = analysisOptions;

const help = `npm run score -- --model RUN --data D --out FILE.csv [options]

Gives customers the segments of an earlier run, with the transforms and centres of its model: nothing is fitted again.
Writes one line a customer: the features that the model reads, cluster, segment, and margin, which tells from 0 (on the
fence) to 1 how clearly a customer belongs there; docs/methods.md defines it. The data must hold each customer's whole
history: features are made of them alone.

  --model RUN     the folder of a run of npm run segment, or its model.json
  --out FILE.csv  the file to write
  --as-of DAY     the day as of which features are made, such as 2011-12-10; default the day after the data's last
  --data D        a file (CSV, TSV, XLSX or Parquet, also .gz, .zst or in a .zip), several parted by commas, a quoted
                  pattern, or one of ${dataNames.join(", ")}
  --cleaning C    "default" or "naive"; where neither it nor another rule is given, the model's own rules clean
${readingHelp}
${redactHelp}
  --quiet, -q     no progress
  --help          this text

Paths are relative to where you stand.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      ...dataOptions,
      model: { type: "string" },
      out: { type: "string" },
      "as-of": { type: "string" },
      quiet: { type: "boolean", short: "q", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const { model: run, data, out: target } = values;
  if (run === undefined || data === undefined || target === undefined) {
    const missing = Object.entries({ "--model RUN": run, "--data D": data, "--out FILE.csv": target })
      .filter(([, value]) => value === undefined)
      .map(([name]) => name);
    throw new SegmentLabError("bad-option", `score needs ${missing.join(" and ")}; npm run score -- --help explains`);
  }
  const settings = readAnalysisOptions(values);
  const out = userPath(target);
  checkOut(out, userPath(run), userPath(data));
  const tell = (done: number, label: string) => {
    if (!values.quiet) process.stderr.write(`${done}/4 ${label}\n`);
  };
  tell(1, "model");
  const model = await loadModel(userPath(run));
  tell(2, "sales");
  const sales = await openSales(settingsFor(model, settings));
  try {
    const asOf = values["as-of"];
    const scored = await scoreSales(model, sales, { asOf, onProgress: ({ done, label }) => tell(done + 3, label) });
    const told = toldScores(sales, scored);
    const columns = told.columnNames().map((name) => ({ name, values: Array.from(told.array(name)) }));
    await writeOut(out, toCsv(columns));
    for (const line of describeScores(model, sales, scored)) console.log(line);
  } finally {
    sales.close();
  }
  console.log(`written to ${out}`);
});

/** Refuses, before any work is done, a target that is no CSV file or one of what is read. */
function checkOut(out: string, ...read: readonly string[]): void {
  if (!/\.csv$/i.test(out)) throw new SegmentLabError("bad-option", `${out} does not end in .csv; give --out FILE.csv`);
  if (!existsSync(out)) return;
  if (statSync(out).isDirectory()) throw new SegmentLabError("bad-option", `${out} is a folder; give --out FILE.csv`);
  if (read.some((path) => existsSync(path) && realpathSync(path) === realpathSync(out))) {
    throw new SegmentLabError("bad-option", `--out ${out} is read as well; give another file`);
  }
}

async function writeOut(out: string, text: string): Promise<void> {
  try {
    await writeAtomically(out, text);
  } catch (error) {
    const refusal = diskRefusal(error);
    if (refusal === undefined) throw error;
    throw new SegmentLabError("too-large", `${refusal} while ${out} is written; give --out another place`, {
      cause: error,
    });
  }
}
