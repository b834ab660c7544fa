import { SegmentLabError } from "../core/errors.js";
import { nearestNames } from "../core/nearest-names.js";
import type { Clusterer, OptionDefinition, OptionValues } from "./clusterer.js";

type OptionValue = number | string | boolean;

/**
 * Makes loose options exact: defaults filled in, names and ranges checked against the algorithm's definitions.
 *
 * @param clusterer the algorithm whose options these are
 * @param given option values by name; an undefined one counts as left out
 * @param rows the number of rows to cluster, which bounds options such as k
 * @returns one value for each option the algorithm defines
 * @throws SegmentLabError `bad-option` for an unknown name (the nearest one is suggested) or a bad value
 */
export function normalizeOptions(
  clusterer: Pick<Clusterer, "algorithm" | "options">,
  given: Readonly<Record<string, unknown>>,
  rows: number,
): OptionValues {
  const names = clusterer.options.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const near = nearestNames(name, names)[0];
    const hint = near ? `did you mean "${near}"? ` : "";
    throw new SegmentLabError(
      "bad-option",
      `${clusterer.algorithm} has no option "${name}"; ${hint}(options: ${names.join(", ")})`,
    );
  }
  return Object.fromEntries(
    clusterer.options.map((definition) => [
      definition.name,
      normalizeOption(definition, given[definition.name] ?? definition.default, rows),
    ]),
  );
}

function normalizeOption(definition: OptionDefinition, value: unknown, rows: number): OptionValue {
  const { name, minimum, maximum, whole, choices } = definition;
  if (typeof definition.default === "boolean") {
    if (typeof value === "boolean") return value;
  } else if (typeof value === "string") {
    if (choices?.includes(value)) return value;
  } else if (typeof value === "number" && (typeof definition.default === "number" || minimum !== undefined)) {
    const most = maximum === "rows" ? rows : (maximum ?? Number.POSITIVE_INFINITY);
    const inRange = value >= (minimum ?? Number.NEGATIVE_INFINITY) && value <= most && Number.isFinite(value);
    if (inRange && (!whole || Number.isInteger(value))) return value;
  }
  const shown = typeof value === "string" ? `"${value}"` : String(value);
  throw new SegmentLabError("bad-option", `${name} is ${shown}; choose ${describeRange(definition, rows)}`);
}

function describeRange({ default: standard, minimum, maximum, whole, choices }: OptionDefinition, rows: number) {
  if (typeof standard === "boolean") return "true or false";
  const ranges: string[] = [];
  if (typeof standard === "number" || minimum !== undefined) {
    const most = maximum === "rows" ? `${rows}, the number of rows` : maximum;
    const from = minimum === undefined ? "" : ` from ${minimum}`;
    ranges.push(`a ${whole ? "whole " : ""}number${from}${most === undefined ? "" : ` to ${most}`}`);
  }
  if (choices) ranges.push(choices.map((choice) => `"${choice}"`).join(", "));
  return ranges.join(", or ");
}
