import { SegmentLabError } from "../core/errors.js";
import { type CleaningName, type CleaningPlan, cleaningNames, normalizePlan } from "./cleaning/cleaning-plan.js";
import type { DialectOptions } from "./formats/csv-part.js";
import { normalizeDialect } from "./formats/normalize-dialect.js";
import { dateReadings } from "./loading/date-reading.js";
import type { DecimalSign } from "./loading/number-reading.js";

/** What the commands hand to the notebooks. */
export interface Settings {
  /** A path, several, or a name. */
  readonly data?: string;
  readonly cleaning?: CleaningName;
  /** A plan of one's own instead of a named one. */
  readonly rules?: CleaningPlan;
  /** The stock codes that are goods, as a pattern. */
  readonly goods?: string;
  /** Whether lines that repeat another of their invoice in every field are kept. */
  readonly repeats?: "keep" | "drop";
  /** Headers by canonical column. */
  readonly columns?: Readonly<Record<string, string>>;
  /** How text files are encoded, parted and quoted, where it is not found right. */
  readonly dialect?: DialectOptions;
  /** How dates are written, where the file leaves it open. */
  readonly dates?: string;
  /** The decimal sign of money, where the file leaves it open. */
  readonly decimal?: DecimalSign;
  /** A language tag that settles dates and decimals, such as de-DE. */
  readonly locale?: string;
  /** The code of the file's currency, for the pages. */
  readonly currency?: string;
  /** The largest share of rows that may be unreadable, 0 to 1. */
  readonly maxRejects?: number;
  /** Whether customer ids are replaced by keyed hashes and groups under 5 people are not told apart. */
  readonly redact?: boolean;
  readonly seed?: number;
  /** Whose clustering is used: `auto`, `cached`, or an algorithm with its number of groups, such as `kmeans:5`. */
  readonly choose?: string;
  /** The file of a playbook of one's own, for `readPlaybook`. */
  readonly playbook?: string;
  /** Share of an order's net value that is left after the goods are paid, 0 to 1. */
  readonly margin?: number;
  /** What may be spent on contacts, in the file's currency; 0 writes to nobody. */
  readonly budget?: number;
  /** Share of customers that no campaign reaches, 0 to 0.9. */
  readonly holdout?: number;
  /** Whether pages print how long things took; in a notebook of one's own they do where this is left out. */
  readonly times?: boolean;
}

type Checks = { readonly [Name in keyof Settings]-?: readonly [wanted: string, holds: (value: unknown) => boolean] };

const isText = (value: unknown): value is string => typeof value === "string";
const isBetween = (value: unknown, least: number, most: number): boolean =>
  typeof value === "number" && value >= least && value <= most;
const oneOf = (names: readonly string[]) =>
  [`one of ${names.join(", ")}`, (value: unknown) => isText(value) && names.includes(value)] as const;

const checks: Checks = {
  data: ["a path or a name", isText],
  cleaning: oneOf(cleaningNames),
  rules: ["a list of cleaning steps", (value) => typeof value === "object"],
  goods: ["a regular expression", isText],
  repeats: oneOf(["keep", "drop"]),
  columns: [
    "column=HEADER pairs",
    (value) => typeof value === "object" && value !== null && Object.values(value).every(isText),
  ],
  dialect: [
    "encoding, delimiter, quote and escapeMark",
    (value) => typeof value === "object" && value !== null && Object.values(value).every(isText),
  ],
  dates: oneOf(dateReadings.map(({ name }) => name)),
  decimal: oneOf([".", ","]),
  locale: ["a language tag such as de-DE", isLocale],
  currency: ["a currency's code such as EUR", (value) => isText(value) && /^[A-Z]{3}$/.test(value)],
  maxRejects: ["a share from 0 to 1", (value) => typeof value === "number" && value >= 0 && value <= 1],
  redact: ["true or false", (value) => typeof value === "boolean"],
  seed: [
    "a whole number from 0 to 2147483647",
    (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31,
  ],
  choose: ["auto, cached, or an algorithm with its number of groups such as kmeans:5", isChoice],
  playbook: ["the path of a playbook", (value) => isText(value) && value.trim() !== ""],
  margin: ["a share from 0 to 1, such as 0.4 or 40%", (value) => isBetween(value, 0, 1)],
  budget: ["an amount of money from 0 on, such as 500", (value) => isBetween(value, 0, Number.MAX_VALUE)],
  holdout: ["a share from 0 to 0.9, such as 0.1 or 10%", (value) => isBetween(value, 0, 0.9)],
  times: ["true or false", (value) => typeof value === "boolean"],
};

/**
 * Reads the settings of this run from SEGMENT_LAB_OPTIONS (one JSON object), and the data from SEGMENT_LAB_DATA where that names none.
 *
 * @param environment where the variables stand; those of this process where left out
 * @returns what was asked for; what was not is left out
 * @throws SegmentLabError `bad-option` for text that is not JSON or a setting that is unknown or out of range
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const { SEGMENT_LAB_OPTIONS: text, SEGMENT_LAB_DATA: data } = environment;
  const settings = text ? normalizeSettings(parse(text)) : {};
  // what a command was told counts more than what stands in the environment
  return data ? { data, ...settings } : settings;
}

/** Checks loose settings once, so that everything behind them may trust them. */
export function normalizeSettings(loose: unknown): Settings {
  if (typeof loose !== "object" || loose === null || Array.isArray(loose)) throw bad("the options", loose, "an object");
  const given = Object.entries(loose).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(checks, name)) {
      throw new SegmentLabError("bad-option", `no option "${name}"; there are ${Object.keys(checks).join(", ")}`);
    }
    const [wanted, holds] = checks[name as keyof Settings];
    if (!holds(value)) throw bad(name, value, wanted);
  }
  const checked = Object.fromEntries(given) as Settings & { rules?: unknown };
  const { dialect } = checked;
  const settings = dialect === undefined ? checked : { ...checked, dialect: normalizeDialect({ ...dialect }) };
  if (settings.rules === undefined) return settings;
  const { rules } = settings;
  return { ...settings, rules: normalizePlan(Array.isArray(rules) ? { steps: rules.map(asStep) } : rules) };
}

// a plan that was checked before comes back as it was: {rule, parameter}
function asStep(step: unknown): unknown {
  if (typeof step !== "object" || step === null || !("parameter" in step) || !("rule" in step)) return step;
  const name = { goods: "codes", adjustments: "invoices", returns: "invoices" }[String(step.rule)];
  return name === undefined ? step : { rule: step.rule, [name]: step.parameter };
}

function isChoice(value: unknown): boolean {
  return isText(value) && /^(auto|cached|[a-z-]+:[1-9]\d*)$/.test(value);
}

function isLocale(value: unknown): boolean {
  try {
    return isText(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SegmentLabError("bad-option", `SEGMENT_LAB_OPTIONS is not JSON: ${text.slice(0, 80)}`, { cause: error });
  }
}

function bad(name: string, value: unknown, wanted: string): SegmentLabError {
  return new SegmentLabError("bad-option", `${name} ${JSON.stringify(value)} is not ${wanted}`);
}
