import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import type { Candidate } from "../candidates.js";
import { surrogateMaker } from "./copula-surrogate.js";
import { type NullCriterion, scoreCandidates } from "./score-candidates.js";

/** One number on the real rows beside the same on surrogates. */
export interface AgainstNull {
  readonly real: number;
  /** One a surrogate. */
  readonly surrogates: Float64Array;
  /** Mean and standard deviation over the surrogates. */
  readonly expected: number;
  readonly deviation: number;
  /** (real − expected) / deviation; with 20 surrogates its own error is about 16 %. */
  readonly z: number;
  /** Share of all, real one included, that do at least as well: 1 / (surrogates + 1) is the least possible. */
  readonly p: number;
}

/** Candidates on real rows and on rows without groups. */
export interface NullComparison {
  readonly criterion: NullCriterion;
  readonly candidates: readonly Candidate[];
  /** One a candidate. */
  readonly each: readonly AgainstNull[];
  /** The best candidate's score, chosen anew on each surrogate: what choosing alone would reach. */
  readonly chosen: AgainstNull;
  /** The largest lead over the surrogates' mean among the candidates, looked for on each surrogate too. */
  readonly lead: AgainstNull;
  /** Which candidate leads. */
  readonly leader: number;
}

/** How candidates are held against the null. */
export interface NullOptions extends RunOptions {
  /** `silhouette` where left out. */
  readonly criterion?: NullCriterion;
  /** How many surrogates; 20 where left out. */
  readonly surrogates?: number;
  readonly seed?: number;
  /** Silhouettes are taken over so many rows where there are more; 2,000 where left out. */
  readonly sample?: number;
}

/**
 * Asks whether clusters are better than those found in rows that have none: candidates are fitted and scored on the
 * real rows and in the same way on Gaussian-copula surrogates, which keep every column's values and every pair's rank
 * correlation. Choosing the best candidate is repeated on each.
 *
 * Shuffled columns are the wrong null: any correlation beats them, in one cloud without groups too.
 *
 * @param matrix rows × columns
 * @param candidates algorithms with options, such as k-means for several k with one start each
 * @param options `criterion`, `surrogates`, `seed`, `sample`, `signal`, `onProgress`
 * @returns score, mean on surrogates, z and p for each candidate, for the chosen one, and for the largest lead
 * @throws SegmentLabError `bad-option` without candidates, `too-few-rows` below two rows
 * @example
 * const candidates = [2, 3, 4].map((k) => ({ algorithm: "kmeans", options: { k, starts: 1 } }));
 * const { chosen } = await nullComparison(matrix, candidates, { surrogates: 20 });
 */
export async function nullComparison(
  matrix: Matrix,
  candidates: readonly Candidate[],
  options: NullOptions = {},
): Promise<NullComparison> {
  const { criterion = "silhouette", surrogates = 20, seed = 1, sample = 2000, signal } = options;
  if (candidates.length === 0) {
    throw new SegmentLabError("bad-option", "no candidates to hold against the null; give at least one algorithm");
  }
  if (matrix.rows < 2) {
    throw new SegmentLabError("too-few-rows", `${matrix.rows} row(s) cannot fall into groups; give at least 2`);
  }
  const breathe = createBreather(options, "null");
  const make = surrogateMaker(matrix);
  const real = await scoreCandidates(matrix, candidates, { criterion, seed, sample, signal });
  const scores: Float64Array[] = [];
  for (let b = 0; b < surrogates; b++) {
    scores.push(await scoreCandidates(make(seed + b), candidates, { criterion, seed, sample, signal }));
    await breathe(b + 1, surrogates);
  }
  return summarizeNull(criterion, candidates, real, scores);
}

/**
 * Sums scores up, wherever they were computed: the second half of `nullComparison`.
 *
 * @param real one score a candidate, as `scoreCandidates` gives them for the real rows
 * @param scores the same for each surrogate
 */
export function summarizeNull(
  criterion: NullCriterion,
  candidates: readonly Candidate[],
  real: Float64Array,
  scores: readonly Float64Array[],
): NullComparison {
  const sign = criterion === "davies-bouldin" ? -1 : 1;
  // no clusters found is the worst there is
  const worst = { silhouette: 0, "calinski-harabasz": 0, "davies-bouldin": 10, "density-validity": -1 }[criterion];
  const known = (values: Float64Array) => values.map((value) => (Number.isFinite(value) ? value : worst));
  const own = known(real);
  const theirs = scores.map(known);
  const each = candidates.map((_, c) =>
    against(
      own[c]!,
      theirs.map((values) => values[c]!),
      sign,
    ),
  );
  const best = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => (sign * b > sign * a ? b : a));
  const total = candidates.map((_, c) => theirs.reduce((sum, values) => sum + values[c]!, 0));
  const leads = each.map(({ real: score, expected }) => score - expected);
  // each surrogate leads over the others, not over itself
  const theirLeads = theirs.map((values) =>
    best(candidates.map((_, c) => values[c]! - (total[c]! - values[c]!) / Math.max(1, theirs.length - 1))),
  );
  return {
    criterion,
    candidates,
    each,
    chosen: against(best(own), theirs.map(best), sign),
    lead: against(best(leads), theirLeads, sign),
    leader: leads.indexOf(best(leads)),
  };
}

function against(real: number, values: readonly number[], sign: number): AgainstNull {
  const expected = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - expected) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
  const asGood = values.filter((value) => sign * value >= sign * real).length;
  return {
    real,
    surrogates: Float64Array.from(values),
    expected,
    deviation,
    z: (sign * (real - expected)) / deviation,
    p: (1 + asGood) / (1 + values.length),
  };
}
