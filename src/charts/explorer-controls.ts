import { SegmentLabError } from "../core/errors.js";
import type { ExplorerCandidate } from "./explorer-candidate.js";
import { explorerCaption } from "./explorer-captions.js";
import { shortenText } from "./inert-text.js";

/** Vega-Lite params: selects of preparation and algorithm, one input a parameter, and the candidate that they choose. */
export interface ExplorerControls {
  readonly params: readonly Record<string, unknown>[];
  /** What the reader can choose, in the order of the inputs. */
  readonly inputs: readonly string[];
}

/**
 * Makes the inputs that choose among candidates. Algorithms that share a parameter share its input; where there is no
 * candidate at what is chosen, the nearest one of the preparation is shown and named.
 *
 * @param start index of the candidate to show first
 * @throws SegmentLabError `bad-value` when two candidates have the same preparation, algorithm, parameter and value
 */
export function explorerControls(candidates: readonly ExplorerCandidate[], start: number): ExplorerControls {
  const first = candidates[start];
  if (!first) throw new SegmentLabError("bad-option", `start ${start} is no index of ${candidates.length} candidates`);
  checkNames(candidates);
  const preparations = [...new Set(candidates.map(preparationOf))];
  const kinds = [...new Set(candidates.map(kindOf))];
  const parameterNames = [...new Set(candidates.map(({ parameterName }) => parameterName))];
  const settings = parameterNames.map((name, p) => setting(name, p, candidates, first));
  const examples = kinds.map((kind) => candidates.find((candidate) => kindOf(candidate) === kind)!);
  const listens = examples.map(({ parameterName }) => parameterNames.indexOf(parameterName));
  const choice = preparations.map((preparation) => {
    const own = candidates.flatMap((candidate, index) =>
      preparationOf(candidate) === preparation ? [{ candidate, index }] : [],
    );
    return kinds.map((kind, k) => {
      // what was not tried with this preparation: its first algorithm stands in, and is named
      const near = own.some(({ candidate }) => kindOf(candidate) === kind) ? kind : kindOf(own[0]!.candidate);
      const same = own.filter(({ candidate }) => kindOf(candidate) === near);
      return settings[listens[k]!]!.values.map((value) => {
        const distance = (one: (typeof same)[number]): number => Math.abs(one.candidate.parameter - value);
        return same.reduce((best, one) => (distance(one) < distance(best) ? one : best)).index;
      });
    });
  });
  const kindNames = examples.map(({ algorithm, parameterName }) => {
    const ambiguous = examples.filter((other) => other.algorithm === algorithm).length > 1;
    return shortenText(ambiguous && parameterName !== "" ? `${algorithm} by ${parameterName}` : algorithm, 40);
  });
  const prepared = select(
    "preparation",
    preparations.map((name) => shortenText(name, 40)),
    preparationOf(first),
    preparations,
  );
  const algorithm = select("algorithm", kindNames, kindOf(first), kinds);
  const positions = settings.map(({ position }) => position).join(", ");
  const bound = [prepared, algorithm, ...settings.map(({ param }) => param)];
  return {
    inputs: bound.flatMap((param, i) =>
      "bind" in param ? (["preparation", "algorithm", ...parameterNames][i] ?? []) : [],
    ),
    params: [
      ...bound,
      { name: "choice", value: choice },
      { name: "listens", value: listens },
      { name: "captions", value: candidates.map(explorerCaption) },
      { name: "candidate", expr: `choice[preparation][algorithm][[${positions}][listens[algorithm]]]` },
    ],
  };
}

function checkNames(candidates: readonly ExplorerCandidate[]): void {
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const { algorithm, parameterName, parameter } = candidate;
    const key = JSON.stringify([preparationOf(candidate), algorithm, parameterName, parameter]);
    if (seen.has(key)) {
      const twice = `${algorithm}, ${parameterName} = ${parameter}`;
      throw new SegmentLabError("bad-value", `two candidates are named "${twice}"; name their algorithms apart`);
    }
    seen.add(key);
  }
}

function preparationOf({ preparation = "" }: ExplorerCandidate): string {
  return preparation;
}

function kindOf({ algorithm, parameterName }: ExplorerCandidate): string {
  return JSON.stringify([algorithm, parameterName]);
}

/** A list to choose from; where there is one thing only, its number without an input. */
function select(
  name: string,
  labels: readonly string[],
  shown: string,
  keys: readonly string[],
): Record<string, unknown> {
  const bind = { input: "select", options: keys.map((_, i) => i), labels, name: `${name} ` };
  return { name, value: keys.indexOf(shown), ...(keys.length > 1 && { bind }) };
}

function setting(
  name: string,
  p: number,
  candidates: readonly ExplorerCandidate[],
  first: ExplorerCandidate,
): { param: Record<string, unknown>; position: string; values: readonly number[] } {
  const own = candidates.filter((candidate) => candidate.parameterName === name);
  const found = [...new Set(own.map((candidate) => candidate.parameter))].sort((a, b) => a - b);
  const shown = first.parameterName === name ? first.parameter : own[0]!.parameter;
  const low = found[0]!;
  const high = found[found.length - 1]!;
  // says whom it moves: the slider of k does nothing to DBSCAN, eps as much to "DBSCAN, 20 points"
  const users = [...new Set(own.map((candidate) => candidate.algorithm.split(",")[0]))].join(", ");
  const label = `${shortenText(name, 20)} (${shortenText(users, 60)}) `;
  // a slider where whole numbers follow each other, with at most a gap or two between them
  if (found.length > 1 && found.every(Number.isInteger) && high - low < 2 * found.length) {
    const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    const bind = { input: "range", min: low, max: high, step: 1, name: label };
    return { param: { name: `setting${p}`, value: shown, bind }, position: `setting${p} - (${low})`, values };
  }
  const bind = { input: "select", options: found.map((_, i) => i), labels: found.map(String), name: label };
  const param = { name: `setting${p}`, value: found.indexOf(shown), ...(found.length > 1 && { bind }) };
  return { param, position: `setting${p}`, values: found };
}
