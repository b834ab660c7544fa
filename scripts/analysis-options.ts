import { existsSync, readFileSync } from "node:fs";
import { parseChoice } from "../src/comparison/choice.js";
import { SegmentLabError } from "../src/core/errors.js";
import { normalizeSettings, type Settings } from "../src/sales/settings.js";
import { dataNames } from "../src/sales/source.js";
import { userPath } from "./workspace.js";

/** The options that `segment` and `reports` share, for node:util parseArgs. */
export const analysisOptions = {
  data: { type: "string" },
  cleaning: { type: "string" },
  goods: { type: "string" },
  columns: { type: "string" },
  repeats: { type: "string" },
  rules: { type: "string" },
  encoding: { type: "string" },
  delimiter: { type: "string" },
  quote: { type: "string" },
  escape: { type: "string" },
  dates: { type: "string" },
  decimal: { type: "string" },
  locale: { type: "string" },
  currency: { type: "string" },
  "max-rejects": { type: "string" },
  seed: { type: "string" },
  choose: { type: "string" },
  playbook: { type: "string" },
  margin: { type: "string" },
  budget: { type: "string" },
  holdout: { type: "string" },
  redact: { type: "boolean" },
} as const;

/** What --help says of how a file is read. */
export const readingHelp = `  --columns L     headers that are not recognised, as customer=Buyer,invoiced_at=Paid
  --goods R       the stock codes that are goods, as a regular expression; ".*" for all
  --rules FILE    cleaning steps of one's own, as JSON: {"steps": ["overlap", {"rule": "goods", "codes": ".*"}, "sales"]}
  --repeats R     "keep" (default) or "drop" lines that repeat another of their invoice in every field
  --encoding E, --delimiter D, --quote Q, --escape E
                  how text files are written, where it is not found right; --escape is what stands before a quote in a value
  --dates D       year-month-day, day/month/year, month/day/year or "Excel serial number", where the file leaves it open
  --decimal S     the decimal sign of money, "." or ",", where the file leaves it open
  --locale L      a language tag that settles both, such as de-DE
  --currency C    the currency's code, such as EUR; found from the file where it has a column for it
  --max-rejects S the largest share of rows that may be unreadable, such as 0.02 or 2%; default 1%`;

/** What --help says of redaction. */
export const redactHelp = `  --redact        replace customer ids by keyed hashes and suppress groups of fewer than 5 people; the key is SEGMENT_LAB_KEY,
                  else a random one that the workspace keeps in .segment-lab-key`;

/** What --help says of them. */
export const analysisHelp = `  --data D        a file (CSV, TSV, XLSX or Parquet, also .gz, .zst or in a .zip), several parted by commas, a quoted
                  pattern, or one of ${dataNames.join(", ")}; the default is the file in data/raw, else "sample"
  --cleaning C    "default", or "naive" for the base of the published analyses
${readingHelp}
  --choose C      whose segments: "auto", the verdict of the comparison (default), "cached", that of the last verdict on the
                  same data, or an algorithm or linkage with its number of groups, such as kmeans:5 or ward:4
  --playbook F    what to do about whom, as CSV or JSON with the columns of playbookTable(); what it leaves out stays as it is
  --margin S      the share of an order's net value that is left after the goods are paid; default 0.4, an assumption
  --budget M      what may be spent on contacts, in the file's currency, such as 500; 0 writes to nobody; default no limit
  --holdout S     the share of customers that no campaign reaches, to compare with, such as 10% (default)
  --seed N        the seed of every random choice; default 1
${redactHelp}`;

/** The values of the options, as node:util parseArgs gives them. */
export type AnalysisValues = {
  readonly [Name in keyof typeof analysisOptions]?:
    | ((typeof analysisOptions)[Name] extends { type: "boolean" } ? boolean : string)
    | undefined;
};

/** The shared options as checked settings; a path is made absolute, from where the user stands. */
export function readAnalysisOptions(given: AnalysisValues): Settings {
  // a command has options of its own beside these
  const own = Object.entries(given).filter(([name]) => Object.hasOwn(analysisOptions, name));
  const values = Object.fromEntries(own) as typeof given;
  // a misspelt choice is told before any data are read
  if (values.choose !== undefined) parseChoice(values.choose);
  const {
    data,
    columns,
    seed,
    rules,
    playbook,
    margin,
    budget,
    holdout,
    "max-rejects": maxRejects,
    encoding,
    delimiter,
    quote,
    escape: escapeMark,
    ...plain
  } = values;
  return normalizeSettings({
    data: data === undefined || dataNames.includes(data) ? data : userPaths(data),
    ...plain,
    dialect: dialectOf({ encoding, delimiter: delimiter === "\\t" ? "\t" : delimiter, quote, escapeMark }),
    playbook: playbook === undefined || playbook === "" ? playbook : userPath(playbook),
    rules: rules === undefined ? undefined : readRules(userPath(rules)),
    margin: margin === undefined ? undefined : share(margin),
    budget: budget === undefined ? undefined : amount(budget),
    holdout: holdout === undefined ? undefined : share(holdout),
    maxRejects: maxRejects === undefined ? undefined : share(maxRejects),
    columns: columns === undefined ? undefined : Object.fromEntries(columnPairs(columns).map(pair)),
    seed: seed === undefined ? undefined : /^\d+$/.test(seed) ? Number(seed) : seed,
  });
}

/** Each path of a list made absolute; a file whose name holds a comma is one path. */
function userPaths(data: string): string {
  const whole = userPath(data);
  if (existsSync(whole)) return whole;
  return data
    .split(",")
    .map((path) => userPath(path.trim()))
    .join(",");
}

function readRules(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new SegmentLabError("bad-option", `the rules ${path} ${why}: ${(error as Error).message}`, { cause: error });
  }
}

function dialectOf(options: Record<string, string | undefined>): Record<string, string | undefined> | undefined {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function share(text: string): number | string {
  const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}

function amount(text: string): number | string {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}

/** The pairs of a list; what holds no "=" goes on with the header before it, which then has a comma. */
function columnPairs(list: string): string[] {
  return list.split(",").reduce<string[]>((pairs, piece) => {
    if (pairs.length > 0 && !piece.includes("=")) pairs.push(`${pairs.pop()},${piece}`);
    else pairs.push(piece);
    return pairs;
  }, []);
}

function pair(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text.trim(), ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
