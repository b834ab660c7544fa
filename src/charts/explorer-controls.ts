import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { shortenText } from "./inert-text.js";

/** A clustering that the explorer offers. */
export interface ExplorerCandidate {
  /** As the reader chooses it: "k-means". */
  readonly algorithm: string;
  /** What is varied: "k", "eps". */
  readonly parameterName: string;
  readonly parameter: number;
  /** One a customer, −1 is noise. */
  readonly labels: Int32Array;
}

/** Vega-Lite params: one select of the algorithm, one input a parameter, and the number of the candidate they choose. */
export interface ExplorerControls {
  readonly params: readonly Record<string, unknown>[];
  /** Names of the parameters, in the order of the params `setting0`, `setting1`, … */
  readonly parameterNames: readonly string[];
}

/**
 * Makes the inputs that choose among candidates. Algorithms that share a parameter share its input; where an algorithm
 * has no candidate at the value chosen, the nearest one is shown and named.
 *
 * @param start index of the candidate to show first
 * @throws SegmentLabError `bad-value` when two candidates have the same algorithm, parameter and value
 */
export function explorerControls(candidates: readonly ExplorerCandidate[], start: number): ExplorerControls {
  const first = candidates[start];
  if (!first) throw new SegmentLabError("bad-option", `start ${start} is no index of ${candidates.length} candidates`);
  const parameterNames = [...new Set(candidates.map((candidate) => candidate.parameterName))];
  const entries = new Map<string, ExplorerCandidate>();
  for (const candidate of candidates) {
    const key = JSON.stringify([candidate.algorithm, candidate.parameterName, candidate.parameter]);
    if (entries.has(key)) {
      const { algorithm, parameterName, parameter } = candidate;
      const twice = `${algorithm}, ${parameterName} = ${parameter}`;
      throw new SegmentLabError("bad-value", `two candidates are named "${twice}"; name their algorithms apart`);
    }
    entries.set(key, candidate);
  }
  const kinds = [...new Set(candidates.map(kindKey))];
  const settings = parameterNames.map((name, p) => setting(name, p, candidates, first));
  const choice = kinds.map((kind) => {
    const own = candidates.flatMap((candidate, index) => (kindKey(candidate) === kind ? [{ candidate, index }] : []));
    const values = settings[parameterNames.indexOf(own[0]!.candidate.parameterName)]!.values;
    return values.map((value) => {
      const distance = ({ candidate }: { candidate: ExplorerCandidate }): number =>
        Math.abs(candidate.parameter - value);
      return own.reduce((near, one) => (distance(one) < distance(near) ? one : near)).index;
    });
  });
  const examples = kinds.map((kind) => candidates.find((candidate) => kindKey(candidate) === kind)!);
  const listens = examples.map((candidate) => parameterNames.indexOf(candidate.parameterName));
  const labels = examples.map((candidate) => {
    const ambiguous = examples.filter((other) => other.algorithm === candidate.algorithm).length > 1;
    return shortenText(ambiguous ? `${candidate.algorithm} by ${candidate.parameterName}` : candidate.algorithm, 40);
  });
  const positions = settings.map((one) => one.position).join(", ");
  return {
    parameterNames,
    params: [
      {
        name: "algorithm",
        value: kinds.indexOf(kindKey(first)),
        bind: { input: "select", options: kinds.map((_, i) => i), labels, name: "algorithm " },
      },
      ...settings.map((one) => one.param),
      { name: "choice", value: choice },
      { name: "listens", value: listens },
      { name: "captions", value: candidates.map(caption) },
      { name: "candidate", expr: `choice[algorithm][[${positions}][listens[algorithm]]]` },
    ],
  };
}

function kindKey(candidate: ExplorerCandidate): string {
  return JSON.stringify([candidate.algorithm, candidate.parameterName]);
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
  // says whom it moves: the slider of k does nothing to DBSCAN
  const users = [...new Set(own.map((candidate) => candidate.algorithm))].join(", ");
  const label = `${shortenText(name, 20)} (${shortenText(users, 60)}) `;
  // a slider where whole numbers follow each other, with at most a gap or two between them
  if (found.length > 1 && found.every(Number.isInteger) && high - low < 2 * found.length) {
    const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    const bind = { input: "range", min: low, max: high, step: 1, name: label };
    return { param: { name: `setting${p}`, value: shown, bind }, position: `setting${p} - (${low})`, values };
  }
  const bind = { input: "select", options: found.map((_, i) => i), labels: found.map(String), name: label };
  return { param: { name: `setting${p}`, value: found.indexOf(shown), bind }, position: `setting${p}`, values: found };
}

function caption(candidate: ExplorerCandidate): string {
  let clusters = 0;
  let noise = 0;
  for (const label of candidate.labels) {
    clusters = Math.max(clusters, label + 1);
    if (label < 0) noise++;
  }
  const setting = `${shortenText(candidate.algorithm, 30)}, ${shortenText(candidate.parameterName, 20)} = ${candidate.parameter}`;
  const left = noise === 0 ? "" : `, noise ${formatShare(noise / candidate.labels.length)}`;
  return `${setting}: ${formatNumber(clusters)} ${clusters === 1 ? "group" : "groups"}${left}`;
}
