import { SegmentLabError } from "../../core/errors.js";
import { formatShare } from "../../core/format.js";
import { type CriterionName, scorecardCriteria } from "./scorecard-criteria.js";
import { candidateWarnings, scorecardWarnings } from "./scorecard-warnings.js";
import { customersOf, type ScoredCandidate } from "./scored-candidate.js";

/** A candidate on one criterion. */
export interface CriterionScore {
  readonly criterion: CriterionName;
  /** The number measured; NaN where it was not. */
  readonly raw: number;
  /** 0 … 1; NaN where it was not measured. */
  readonly score: number;
  /** For the candidate from two thirds on, against it up to one third. */
  readonly side: "for" | "against" | "neither" | "not measured";
  /** The number in words. */
  readonly text: string;
}

/** A candidate on all criteria. */
export interface ScorecardRow {
  readonly name: string;
  /** Weighted mean of the scores measured, 0 … 1. */
  readonly total: number;
  /** Share of the weights that the total rests on: 1 where everything was measured. */
  readonly measured: number;
  readonly scores: readonly CriterionScore[];
  /** What speaks for the candidate and against it, weightiest first. */
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

/** Candidates judged by weighted criteria. */
export interface Scorecard {
  /** The weights in use, as shares of their sum. */
  readonly weights: Readonly<Record<CriterionName, number>>;
  /** What was measured most fully first, then by total; ties keep their order. */
  readonly rows: readonly ScorecardRow[];
  readonly warnings: readonly string[];
}

/**
 * Judges candidates by separation beyond a null, stability, balance of sizes, noise, explainability and usefulness, each
 * from 0 to 1 with the number behind it, and adds them up by weights that can be changed. The total ranks candidates; it
 * proves nothing: what to believe stands in the warnings.
 *
 * @param candidates plain numbers a candidate; what was not measured is left out, and its weight with it
 * @param options `weights`: by criterion, any numbers of 0 or more; those left out keep their own (3, 2, 1, 1, 1, 2)
 * @returns rows by total, with reasons and warnings in words
 * @throws SegmentLabError `bad-value` without candidates or customers; `bad-option` for a weight that is none
 * @example
 * const { rows } = scorecard([{ name: "k-means, k = 4", sizes: [900, 600, 300, 50], noise: 0 }], {
 *   weights: { usefulness: 4, balance: 0 },
 * });
 */
export function scorecard(
  candidates: readonly ScoredCandidate[],
  options: { readonly weights?: Readonly<Partial<Record<CriterionName, number>>> } = {},
): Scorecard {
  if (candidates.length === 0)
    throw new SegmentLabError("bad-value", "no candidates to judge; compare at least one clustering");
  for (const candidate of candidates) {
    if (customersOf(candidate) > 0) continue;
    throw new SegmentLabError("bad-value", `candidate "${candidate.name}" has no customers; give sizes and noise`);
  }
  const weights = weightsOf(options.weights ?? {});
  const rows = candidates.map((candidate) => rowOf(candidate, weights));
  rows.sort((a, b) => b.measured - a.measured || b.total - a.total);
  return { weights, rows, warnings: scorecardWarnings(candidates) };
}

function rowOf(candidate: ScoredCandidate, weights: Scorecard["weights"]): ScorecardRow {
  const scores = scorecardCriteria.map(({ name, raw: measure, score: judge, text }): CriterionScore => {
    const raw = measure(candidate);
    if (Number.isNaN(raw))
      return { criterion: name, raw, score: Number.NaN, side: "not measured", text: `${name} was not measured` };
    const score = Math.min(1, Math.max(0, judge(raw, candidate)));
    const side = score >= 2 / 3 ? "for" : score <= 1 / 3 ? "against" : "neither";
    return { criterion: name, raw, score, side, text: text(raw, candidate) };
  });
  const known = scores.filter(({ side }) => side !== "not measured");
  // a sum of shares of 1 can miss it by the last digit
  const measured = Number(known.reduce((sum, { criterion }) => sum + weights[criterion], 0).toPrecision(12));
  const sum = known.reduce((total, { criterion, score }) => total + weights[criterion] * score, 0);
  const missing = scores.filter(({ side, criterion }) => side === "not measured" && weights[criterion] > 0);
  const warnings = candidateWarnings(candidate);
  if (missing.length > 0)
    warnings.push(
      `${missing.map(({ criterion }) => criterion).join(", ")} not measured: the total rests on ${formatShare(measured, 0)} of the weights`,
    );
  return {
    name: candidate.name,
    total: measured === 0 ? Number.NaN : sum / measured,
    measured,
    scores,
    reasons: reasonsOf(known, weights),
    warnings,
  };
}

/** How far a criterion moves the total away from the middle decides its place. */
function reasonsOf(known: readonly CriterionScore[], weights: Scorecard["weights"]): string[] {
  const push = ({ criterion, score }: CriterionScore): number => weights[criterion] * Math.abs(score - 0.5);
  return known
    .filter(({ side, criterion }) => side !== "neither" && weights[criterion] > 0)
    .sort((a, b) => push(b) - push(a))
    .map(({ side, text }) => `${side}: ${text}`);
}

function weightsOf(given: Readonly<Partial<Record<CriterionName, number>>>): Record<CriterionName, number> {
  const names = scorecardCriteria.map(({ name }) => name);
  for (const [name, weight] of Object.entries(given)) {
    if (!names.some((known) => known === name))
      throw new SegmentLabError("bad-option", `no criterion "${name}"; weights go to ${names.join(", ")}`);
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new SegmentLabError("bad-option", `the weight of ${name} is ${weight}; give a number of 0 or more`);
  }
  const raw = scorecardCriteria.map(({ name, weight }) => given[name] ?? weight);
  const sum = raw.reduce((total, weight) => total + weight, 0);
  if (sum === 0) throw new SegmentLabError("bad-option", "all weights are 0; give at least one criterion a weight");
  return Object.fromEntries(names.map((name, i) => [name, raw[i]! / sum])) as Record<CriterionName, number>;
}
