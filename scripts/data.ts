// npm run data: a public data set into data/raw, or a synthetic shop of any size into a file
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SegmentLabError } from "../src/core/errors.js";
import { formatNumber } from "../src/core/format.js";
import { type DataSet, dataSets } from "../src/sales/download/data-sets.js";
import { downloadDataSet } from "../src/sales/download/download-data-set.js";
import { findDataSet } from "../src/sales/download/find-data-set.js";
import { createTransferProgress } from "../src/sales/download/transfer-progress.js";
import { createWorkProgress } from "../src/sales/download/work-progress.js";
import { writeScaledShop } from "../src/sales/synthetic/write-scaled-shop.js";
import { CommandExit, runCommand } from "./command.js";
import { userPath, workspaceRoot } from "./workspace.js";

const help = `npm run data -- NAME [options]
npm run data -- sample --customers N --out FILE [options]

Downloads a public data set into data/raw and checks it. A run that was stopped or cut off goes on where it ended;
the file appears under its name only when it is whole.

${dataSets.map(({ name, title, licence }) => `  ${name.padEnd(18)}${title}, ${licence}`).join("\n")}

  --out DIR         another folder than data/raw
  --accept-changed  keep a whole archive whose workbook is another than the one known

HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured. The download is tested against a local server that stalls, cuts
off, redirects and answers errors and garbage, never against UCI itself; sizes and checksums are those that others
published. Where it fails, the message says which file to save where by hand.

  sample            a synthetic shop of any size, with figures close to those of Online Retail II

  --out FILE        where to, .parquet or .csv; paths are relative to where you stand
  --customers N     50 to 2,000,000; about 180 lines each over two years
  --years Y         1 to 20; default 2, and nine days
  --seed S          any whole number; default 1

  --quiet           no progress
  --help            this text`;

await runCommand(async (signal) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "accept-changed": { type: "boolean", default: false },
      out: { type: "string" },
      customers: { type: "string" },
      years: { type: "string" },
      seed: { type: "string" },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const [name, ...rest] = positionals;
  const names = [...dataSets.map((dataSet) => dataSet.name), "sample"].join(", ");
  if (name === undefined) throw new SegmentLabError("bad-option", `which data set? name one of ${names}`);
  if (rest.length > 0)
    throw new SegmentLabError("bad-option", `one data set at a time; "${rest.join(" ")}" is too much`);
  const out = values.out === undefined ? undefined : userPath(values.out);
  if (name === "sample") return makeShop(values, out, signal);
  const shopOption = (["customers", "years", "seed"] as const).find((option) => values[option] !== undefined);
  if (shopOption)
    throw new SegmentLabError("bad-option", `--${shopOption} goes with "sample" only, not with "${name}"`);
  return fetchDataSet(findDataSet(name), out, values["accept-changed"], values.quiet, signal);
});

async function fetchDataSet(
  dataSet: DataSet,
  out: string | undefined,
  acceptChanged: boolean,
  isQuiet: boolean,
  signal: AbortSignal,
): Promise<void> {
  const progress = createTransferProgress(process.stderr, isQuiet, () => performance.now() / 1000);
  try {
    const { path, certainty, wasThere } = await downloadDataSet(dataSet, {
      folder: out ?? join(workspaceRoot, "data", "raw"),
      shownFolder: out ?? join("data", "raw"),
      signal,
      acceptChanged,
      onProgress: progress.update,
      onRetry: ({ reason, seconds, attempt, attempts }) =>
        progress.note(`${reason}; attempt ${attempt} of ${attempts} in ${seconds} s`),
    });
    progress.end();
    console.log(`${path} ${wasThere ? "was there already" : "is complete"}, known by its ${certainty}`);
    console.log(`${dataSet.licence}: ${dataSet.attribution}`);
  } catch (error) {
    progress.end();
    if (!signal.aborted) throw error;
    console.error("stopped; what came is kept, run it again to go on from there");
    throw new CommandExit(130);
  }
}

async function makeShop(
  values: { customers?: string; years?: string; seed?: string; quiet: boolean },
  out: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (out === undefined) throw new SegmentLabError("bad-option", "where to? give --out FILE.parquet or --out FILE.csv");
  if (values.customers === undefined)
    throw new SegmentLabError("bad-option", "how large? give --customers N, 50 or more");
  const progress = createWorkProgress(process.stderr, values.quiet, () => performance.now() / 1000);
  try {
    const { rows, invoices, customers, bytes } = await writeScaledShop({
      customers: wholeNumber("customers", values.customers),
      ...(values.years === undefined ? {} : { years: wholeNumber("years", values.years) }),
      ...(values.seed === undefined ? {} : { seed: wholeNumber("seed", values.seed) }),
      out,
      signal,
      onProgress: progress.update,
    });
    progress.end();
    console.log(
      `${out}: ${formatNumber(rows)} rows, ${formatNumber(invoices)} invoices, ${formatNumber(customers)} customers, ${formatNumber(bytes / 1e6, 1)} MB`,
    );
    console.log("synthetic: made up, no real customer is in it");
  } finally {
    progress.end();
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  throw new SegmentLabError("bad-option", `--${name} "${text}" is not a whole number`);
}
