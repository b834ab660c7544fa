import { SegmentLabError } from "../../core/errors.js";
import { didYouMean } from "../../core/nearest-names.js";

/** Refuses keys that nothing reads: a mistyped option would be passed over in silence. */
export function checkKeys(what: string, given: object, known: readonly string[]): void {
  const stranger = Object.keys(given).find((key) => !known.includes(key));
  if (stranger === undefined) return;
  const hint = didYouMean(stranger, known) || `; there are ${known.join(", ")}`;
  throw new SegmentLabError("bad-option", `no ${what} "${stranger}"${hint}`);
}

/** Refuses a word that is not among those there are. */
export function checkChoice<T extends string>(option: string, given: T, known: readonly T[]): T {
  if (known.includes(given)) return given;
  throw new SegmentLabError("bad-option", `${option} is "${given}"; choose from ${known.join(", ")}`);
}

/** Refuses a number outside its bounds. */
export function checkNumber(
  option: string,
  given: number,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, whole = false },
): void {
  const fits = typeof given === "number" && given >= least && given <= most && (!whole || Number.isInteger(given));
  if (fits) return;
  const kind = whole ? "a whole number" : "a number";
  const bounds = [
    ...(Number.isFinite(least) ? [`from ${least}`] : []),
    ...(Number.isFinite(most) ? [`to ${most}`] : []),
  ];
  throw new SegmentLabError("bad-option", `${option} is ${given}; give ${[kind, ...bounds].join(" ")}`);
}
