import { SegmentLabError } from "../src/core/errors.js";

/** The options that bound a run, for node:util parseArgs. */
export const runLimitOptions = {
  jobs: { type: "string" },
  "cell-limit": { type: "string", default: "1200" },
  limit: { type: "string", default: "7200" },
} as const;

/** What --help says of them. */
export const runLimitHelp = `  --jobs N        how many notebooks run at the same time; default 2, or 1 on a single processor
  --cell-limit S  the seconds that one cell may take; default 1200, 0 for no limit
  --limit S       the seconds that the whole run may take; default 7200, 0 for no limit`;

/** What bounds a run. */
export interface RunBounds {
  readonly jobs?: number;
  readonly cellSeconds?: number;
  readonly runSeconds?: number;
}

/**
 * Reads the options that bound a run.
 *
 * @throws SegmentLabError `bad-option` for what is not a number in range
 */
export function readRunLimits(given: Partial<Record<keyof typeof runLimitOptions, string | undefined>>): RunBounds {
  const jobs = given.jobs === undefined ? undefined : Number(given.jobs);
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64)) {
    throw bad("jobs", given.jobs, "a whole number from 1 to 64");
  }
  const cellSeconds = seconds("cell-limit", given["cell-limit"]);
  const runSeconds = seconds("limit", given.limit);
  return {
    ...(jobs !== undefined && { jobs }),
    ...(cellSeconds !== undefined && { cellSeconds }),
    ...(runSeconds !== undefined && { runSeconds }),
  };
}

function seconds(name: string, text: string | undefined): number | undefined {
  const value = Number(text ?? 0);
  if (text?.trim() === "" || !(value >= 0 && value < Number.POSITIVE_INFINITY))
    throw bad(name, text, "a number of seconds, 0 for no limit");
  return value === 0 ? undefined : value;
}

function bad(name: string, value: string | undefined, wanted: string): SegmentLabError {
  return new SegmentLabError("bad-option", `--${name} ${value} is not ${wanted}`);
}
