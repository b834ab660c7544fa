import { exponential, negligible } from "../../clustering/mixture/exponential.js";
import { inverseCholesky } from "../../clustering/mixture/inverse-cholesky.js";
import type { CentredRows } from "./centre-rows.js";
import { leaveVariance } from "./leave-variance.js";

/** The covariance that all groups share: with correlations or without (EEE and EEI of Celeux and Govaert 1995). */
export type SharedShape = "full" | "diagonal";

/** A mixture of normal groups that share their covariance. */
export interface SharedMixture {
  readonly shape: SharedShape;
  readonly components: number;
  /** One a row: the component it belongs to most. */
  readonly labels: Int32Array;
  readonly logLikelihood: number;
  /** How undecided the rows are: the sum of the entropies of their memberships. */
  readonly entropy: number;
  /** Schwarz (1978): smaller is better. */
  readonly bic: number;
  readonly iterations: number;
}

/** How a mixture is fitted. */
export interface SharedMixtureOptions {
  /** At most; 60 where left out. 1 gives the linear discriminant of the partition. */
  readonly iterations?: number;
  /** Ends when the mean log-likelihood of a row gains no more; 1e-4 where left out. */
  readonly tolerance?: number;
  /** Share of a column's variance that is added to that within a group, 0.01 where left out: finer is not believed. */
  readonly ridge?: number;
  /**
   * No column alone has less than this share of its variance left within a group, 0.2 where left out; finer only as far as
   * another column is as well. A column of few values, as shares of few orders are, would else make groups all by itself.
   */
  readonly floor?: number;
}

/**
 * Fits a mixture of normal groups with one covariance by expectation maximisation, from a partition. A step costs no more
 * than one of k-means: squares of a row weigh on all groups alike, so that what is left to compute is linear.
 *
 * @param centred as `centreRows` gives them
 * @param start one label a row, each of 0 … components − 1 used; negative rows join the nearest mean
 * @param shape whether columns may correlate within a group
 * @param options `iterations`, `tolerance`, `ridge`, `floor`
 * @returns the mixture, or null where the rows do not vary
 */
export function sharedMixture(
  centred: CentredRows,
  start: Int32Array,
  shape: SharedShape,
  { iterations: most = 60, tolerance = 1e-4, ridge = 0.01, floor = 0.2 }: SharedMixtureOptions = {},
): SharedMixture | null {
  const { rows, width } = centred;
  if (width === 0) return null;
  const components = start.reduce((most, label) => Math.max(most, label + 1), 0);
  const memberships = new Float64Array(rows * components);
  start.forEach((label, i) => {
    // a row in no group says nothing of where the groups are
    memberships.fill(label < 0 ? 1 / components : 0, i * components, (i + 1) * components);
    if (label >= 0) memberships[i * components + label] = 1;
  });
  let [last, iterations] = [Number.NEGATIVE_INFINITY, 0];
  for (;;) {
    const scores = linearScores(centred, memberships, components, shape, { ridge, floor });
    if (!scores) return null;
    const { logLikelihood, entropy } = shareOut(centred, scores, memberships, components);
    iterations++;
    if (iterations < most && logLikelihood - last > tolerance * rows) {
      last = logLikelihood;
      continue;
    }
    const parameters = components - 1 + components * width + (shape === "full" ? (width * (width + 1)) / 2 : width);
    const labels = likeliest(memberships, rows, components);
    const bic = parameters * Math.log(rows) - 2 * logLikelihood;
    return { shape, components, labels, logLikelihood, entropy, bic, iterations };
  }
}

/** A group's log-density at x is slope · x + intercept, but for what is the same for all groups. */
interface LinearScores {
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
  /** What all rows together add to the log-likelihood whatever their group. */
  readonly common: number;
}

function linearScores(
  { data, rows, width, scatter }: CentredRows,
  memberships: Float64Array,
  components: number,
  shape: SharedShape,
  { ridge, floor }: Required<Pick<SharedMixtureOptions, "ridge" | "floor">>,
): LinearScores | null {
  const weights = new Float64Array(components);
  const means = new Float64Array(components * width);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < components; c++) {
      const share = memberships[i * components + c]!;
      if (share < 1e-12) continue;
      weights[c]! += share;
      for (let j = 0; j < width; j++) means[c * width + j]! += share * data[i * width + j]!;
    }
  }
  const within = scatter.slice();
  for (let c = 0; c < components; c++) {
    for (let j = 0; j < width; j++) means[c * width + j]! /= Math.max(weights[c]!, 1e-12);
    for (let a = 0; a < width; a++) {
      const pull = weights[c]! * means[c * width + a]!;
      for (let b = 0; b < width; b++) within[a * width + b]! -= pull * means[c * width + b]!;
    }
  }
  for (let a = 0; a < width; a++) {
    if (shape === "diagonal") for (let b = 0; b < width; b++) if (a !== b) within[a * width + b] = 0;
    within[a * width + a]! += ridge * scatter[a * width + a]!;
  }
  leaveVariance(within, scatter, width, floor);
  const factor = inverseCholesky(
    within.map((sum) => sum / rows),
    width,
  );
  if (!factor) return null;
  let common = (-rows * width * Math.log(2 * Math.PI)) / 2;
  for (let j = 0; j < width; j++) common += rows * Math.log(factor[j * width + j]!);
  common -= trace(factor, scatter, width) / 2;
  const slopes = new Float64Array(components * width);
  const intercepts = new Float64Array(components);
  for (let c = 0; c < components; c++) {
    const own = means.subarray(c * width, (c + 1) * width);
    let square = 0;
    for (let a = 0; a < width; a++) {
      let turned = 0;
      for (let b = 0; b <= a; b++) turned += factor[a * width + b]! * own[b]!;
      square += turned * turned;
      for (let b = 0; b <= a; b++) slopes[c * width + b]! += factor[a * width + b]! * turned;
    }
    intercepts[c] = Math.log(Math.max(weights[c]!, 1e-12) / rows) - square / 2;
  }
  return { slopes, intercepts, common };
}

/** The trace of F · S · Fᵀ, F a lower triangle. */
function trace(factor: Float64Array, scatter: Float64Array, width: number): number {
  let sum = 0;
  for (let r = 0; r < width; r++) {
    for (let a = 0; a <= r; a++) {
      for (let b = 0; b <= r; b++) sum += factor[r * width + a]! * scatter[a * width + b]! * factor[r * width + b]!;
    }
  }
  return sum;
}

/** The expectation step, in place. */
function shareOut(
  { data, rows, width }: CentredRows,
  { slopes, intercepts, common }: LinearScores,
  memberships: Float64Array,
  components: number,
): { logLikelihood: number; entropy: number } {
  let [logLikelihood, entropy] = [common, 0];
  for (let i = 0; i < rows; i++) {
    const at = i * components;
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < components; c++) {
      let score = intercepts[c]!;
      for (let j = 0; j < width; j++) score += slopes[c * width + j]! * data[i * width + j]!;
      memberships[at + c] = score;
      if (score > most) most = score;
    }
    let [sum, undecided] = [0, 0];
    for (let c = 0; c < components; c++) {
      const log = memberships[at + c]! - most;
      const share = log < negligible ? 0 : exponential(log);
      memberships[at + c] = share;
      sum += share;
      undecided += share * log;
    }
    for (let c = 0; c < components; c++) memberships[at + c]! /= sum;
    logLikelihood += most + Math.log(sum);
    entropy += Math.log(sum) - undecided / sum;
  }
  return { logLikelihood, entropy };
}

function likeliest(memberships: Float64Array, rows: number, components: number): Int32Array {
  const labels: Int32Array = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    let best = 0;
    for (let c = 1; c < components; c++)
      if (memberships[i * components + c]! > memberships[i * components + best]!) best = c;
    labels[i] = best;
  }
  return labels;
}
