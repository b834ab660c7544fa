// npm run segment: the whole analysis without notebooks, as a folder of plain files
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatNumber, formatShare } from "../src/core/format.js";
import { moneyFormat } from "../src/core/money.js";
import { segmentShop } from "../src/report/run/segment-shop.js";
import { toldSegments } from "../src/report/run/told-segments.js";
import { checkRunFolder, writeRun } from "../src/report/run/write-run.js";
import { analysisHelp, analysisOptions, readAnalysisOptions } from "./analysis-options.js";
import { runCommand } from "./command.js";
import { userPath, workspaceRoot } from "./workspace.js";

const help = `npm run segment -- [options]

Takes a shop's transactions to named customer segments and writes run.json (provenance, ledger, parameters,
results), customers.csv and customers.parquet (one line a customer), and model.json, by which npm run score gives other
customers these segments.

${analysisHelp}
  --out DIR       the folder of the run; default reports/segment in the workspace
  --quiet, -q     no progress
  --help          this text

Paths are relative to where you stand.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      ...analysisOptions,
      out: { type: "string" },
      quiet: { type: "boolean", short: "q", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const settings = readAnalysisOptions(values);
  const out = values.out === undefined ? join(workspaceRoot, "reports", "segment") : userPath(values.out);
  checkRunFolder(out);
  const shop = await segmentShop({
    ...settings,
    onProgress: ({ done, total, label }) => {
      if (!values.quiet) process.stderr.write(`${done + 1}/${total} ${label}\n`);
    },
  });
  try {
    await writeRun(out, shop);
  } finally {
    shop.sales.close();
  }
  console.log(
    `${formatNumber(shop.customers.numRows())} customers in ${shop.segments.length} segments (${shop.chosen.name}):`,
  );
  const money = moneyFormat(shop.sales.currency);
  for (const { name, customers, revenue, revenueShare } of toldSegments(shop)) {
    const worth = revenue === null ? "money not shown" : `${money(revenue)} (${formatShare(revenueShare ?? 0)})`;
    console.log(`  ${name}: ${formatNumber(customers)} customers, ${worth}`);
  }
  const { rows: rejected } = shop.sales.rejects;
  if (rejected > 0) console.log(`${formatNumber(rejected)} rows could not be read and are in rejects.csv`);
  console.log(`written to ${out}`);
});
