import { SegmentLabError } from "../../core/errors.js";
import { createRandom } from "../../core/random.js";
import { quantile } from "../../features/matrix/quantiles.js";
import { customerOrder } from "../../features/rfm/customer-order.js";
import { checkLabels } from "./check-labels.js";
import { groupMeanPredictions, poissonDeviance } from "./group-mean-model.js";
import { stratifiedFolds } from "./stratified-folds.js";

/** Customers at a day T, with what they did after it. */
export interface LabelledOutcomes {
  readonly ids: readonly string[];
  /** The cluster of each at T; −1 is noise, a group like any other here. */
  readonly labels: ArrayLike<number>;
  /** The RFM segment of each at T. */
  readonly segments: readonly string[];
  /** What came after T by name, one a customer, none below 0: such as the columns of `outcomesAfter`. */
  readonly outcomes: Readonly<Record<string, Float64Array>>;
}

/** A number with its bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well groups predict: shares of what the mean of all leaves, 0 as good as it, 1 perfect, below 0 worse. */
export interface Prediction {
  /** Share of the squared error, which a few large customers rule. */
  readonly rSquared: Estimate;
  /** Share of the Poisson deviance, by which the answer goes: right for means of counts and amounts alike. */
  readonly deviance: Estimate;
}

/** Whether a label is of use beside RFM. */
export interface LabelUsefulness {
  readonly outcome: string;
  readonly customers: number;
  /** How many groups each has: more can say more. */
  readonly groups: { readonly label: number; readonly segment: number };
  readonly label: Prediction;
  readonly segment: Prediction;
  /** The label's share less the segment's. */
  readonly difference: Prediction;
  /** By the interval of the difference in deviance. */
  readonly answer: "better than the RFM segment" | "worse than the RFM segment" | "no telling from the RFM segment";
}

/**
 * Answers whether a cluster's label predicts what customers do next better than their RFM segment does: both as group
 * means, out of fold, of outcomes after the day at which label and segment were made.
 *
 * @param data customers at T with labels, RFM segments and outcomes after T
 * @param options `folds` (5), `seed` (1), `draws` of the bootstrap over customers (1,000), `level` of the intervals (0.95)
 * @returns one entry an outcome, in their order
 * @throws SegmentLabError `bad-value` where lengths differ or an outcome is below 0
 * @example
 * const after = await outcomesAfter(sales, { asOf: "2011-09-10" });
 * const orders = Float64Array.from(after.array("orders_after") as Iterable<number>);
 * labelUsefulness({
 *   ids: matrix.ids,
 *   labels: clustering.labels,
 *   segments: [...(customers.array("rfm_segment") as Iterable<string>)],
 *   outcomes: { orders: orders },
 * });
 */
export function labelUsefulness(
  { ids, labels, segments, outcomes }: LabelledOutcomes,
  options: {
    readonly folds?: number;
    readonly seed?: number;
    readonly draws?: number;
    readonly level?: number;
    readonly foldOf?: Int32Array;
  } = {},
): LabelUsefulness[] {
  const { folds = 5, seed = 1, draws = 1000, level = 0.95, foldOf } = options;
  checkLabels(labels, ids.length);
  checkLabels(segments, ids.length);
  const fold = foldOf ?? stratifiedFolds(new Uint8Array(ids.length), ids, folds, seed);
  const place = customerOrder(ids);
  return Object.entries(outcomes).map(([outcome, values]) => {
    checkLabels(values, ids.length);
    const wrong = values.findIndex((value) => !(value >= 0));
    if (wrong >= 0)
      throw new SegmentLabError(
        "bad-value",
        `customer ${ids[wrong]} has ${values[wrong]} as "${outcome}"; give amounts of 0 or more`,
      );
    // sums and draws run in the order of ids
    const losses = [labels, segments, new Uint8Array(ids.length)].map((groups) => {
      const predicted = groupMeanPredictions(groups, values, fold);
      const squared = new Float64Array(ids.length);
      const deviance = new Float64Array(ids.length);
      for (let i = 0; i < ids.length; i++) {
        squared[place[i]!] = (values[i]! - predicted[i]!) ** 2;
        deviance[place[i]!] = predicted[i] === 0 ? 0 : poissonDeviance(values[i]!, predicted[i]!);
      }
      return { squared, deviance };
    });
    const samples = bootstrap(losses, draws, seed);
    const predictionOf = (of: (shares: Shares) => number): Prediction => ({
      rSquared: estimate(
        samples.map(({ squared }) => of(squared)),
        level,
      ),
      deviance: estimate(
        samples.map(({ deviance }) => of(deviance)),
        level,
      ),
    });
    const difference = predictionOf(({ label, segment }) => label - segment);
    const { low, high } = difference.deviance;
    const word = low > 0 ? "better than" : high < 0 ? "worse than" : "no telling from";
    return {
      ...{ outcome, customers: ids.length, difference, answer: `${word} the RFM segment` as const },
      groups: { label: new Set(Array.from(labels)).size, segment: new Set(segments).size },
      label: predictionOf(({ label }) => label),
      segment: predictionOf(({ segment }) => segment),
    };
  });
}

interface Losses {
  readonly squared: Float64Array;
  readonly deviance: Float64Array;
}

interface Shares {
  readonly label: number;
  readonly segment: number;
}

/** All customers first, then as many drawn with replacement, again and again. */
function bootstrap(losses: readonly Losses[], draws: number, seed: number): { squared: Shares; deviance: Shares }[] {
  const n = losses[0]!.squared.length;
  const random = createRandom(seed);
  const times = new Float64Array(n).fill(1);
  const shares = (of: (loss: Losses) => Float64Array): Shares => {
    const [label, segment, all] = losses.map((loss) => weightedSum(of(loss), times)) as [number, number, number];
    return all === 0 ? { label: 0, segment: 0 } : { label: 1 - label / all, segment: 1 - segment / all };
  };
  return Array.from({ length: draws + 1 }, (_, draw) => {
    if (draw > 0) {
      times.fill(0);
      for (let i = 0; i < n; i++) times[random.integer(n)]!++;
    }
    return { squared: shares(({ squared }) => squared), deviance: shares(({ deviance }) => deviance) };
  });
}

// hot: six times for every bootstrap draw
function weightedSum(values: Float64Array, times: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * times[i]!;
  return sum;
}

function estimate([value, ...drawn]: number[], level: number): Estimate {
  const sorted = Float64Array.from(drawn).sort();
  const tail = (1 - level) / 2;
  return { value: value!, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}
