import { SegmentLabError } from "../core/errors.js";
import { type CleaningName, cleaningPlans } from "./cleaning/cleaning-plans.js";

/** What the commands hand to the notebooks. */
export interface Settings {
  readonly data?: string;
  readonly cleaning?: CleaningName;
  readonly goods?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly seed?: number;
}

/**
 * Reads the settings of this run from SEGMENT_LAB_OPTIONS (one JSON object) and SEGMENT_LAB_DATA (which names the data).
 *
 * @throws SegmentLabError `bad-option` for text that is not JSON or a setting that is unknown or out of range
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const { SEGMENT_LAB_OPTIONS: text, SEGMENT_LAB_DATA: data } = environment;
  const settings = text ? normalizeSettings(parse(text)) : {};
  return data ? { ...settings, data } : settings;
}

/** Checks loose settings once, so that everything behind them may trust them. */
export function normalizeSettings(loose: unknown): Settings {
  if (typeof loose !== "object" || loose === null || Array.isArray(loose)) throw bad("the options", loose, "an object");
  const { data, cleaning, goods, columns, seed, ...unknown } = loose as Record<string, unknown>;
  const [extra] = Object.keys(unknown);
  if (extra)
    throw new SegmentLabError("bad-option", `no option "${extra}"; there are data, cleaning, goods, columns, seed`);
  if (data !== undefined && typeof data !== "string") throw bad("data", data, "a path or a name");
  if (goods !== undefined && typeof goods !== "string") throw bad("goods", goods, "a regular expression");
  if (cleaning !== undefined && !(typeof cleaning === "string" && Object.hasOwn(cleaningPlans, cleaning))) {
    throw bad("cleaning", cleaning, `one of ${Object.keys(cleaningPlans).join(", ")}`);
  }
  if (seed !== undefined && !(Number.isInteger(seed) && (seed as number) >= 0 && (seed as number) < 2 ** 31)) {
    throw bad("seed", seed, "a whole number from 0 to 2147483647");
  }
  const isNames = (value: unknown): value is Record<string, string> =>
    typeof value === "object" && value !== null && Object.values(value).every((name) => typeof name === "string");
  if (columns !== undefined && !isNames(columns)) throw bad("columns", columns, "column=HEADER pairs");
  const settings = { data, cleaning, goods, columns, seed };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Settings;
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
