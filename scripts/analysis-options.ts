import { normalizeSettings, type Settings } from "../src/sales/settings.js";
import { userPath } from "./workspace.js";

/** The options that `segment` and `reports` share, for node:util parseArgs. */
export const analysisOptions = {
  data: { type: "string" },
  cleaning: { type: "string" },
  goods: { type: "string" },
  columns: { type: "string" },
  seed: { type: "string" },
} as const;

/** What --help says of them. */
export const analysisHelp = `  --data D        a file (.csv, .tsv, .txt, .parquet) or "sample", the synthetic shop; the default is the
                  file in data/raw, else "sample"
  --cleaning C    "default", or "naive" for the base of the published analyses
  --columns L     headers that are not recognised, as customer=Buyer,invoiced_at=Paid
  --goods R       the stock codes that are goods, as a regular expression; ".*" for all
  --seed N        the seed of every random choice; default 1`;

const names = ["sample"];

/** The shared options as checked settings; a path is made absolute, from where the user stands. */
export function readAnalysisOptions(values: Partial<Record<keyof typeof analysisOptions, string>>): Settings {
  const { data, cleaning, goods, columns, seed } = values;
  return normalizeSettings({
    data: data === undefined || names.includes(data) ? data : userPath(data),
    cleaning,
    goods,
    columns: columns === undefined ? undefined : Object.fromEntries(columns.split(",").map(pair)),
    seed: seed === undefined ? undefined : /^\d+$/.test(seed) ? Number(seed) : seed,
  });
}

function pair(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text.trim(), ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
