import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { createRandom } from "../../core/random.js";
import { type GapSpace, gapReference } from "./gap-reference.js";
import { type LabelMaker, logDispersions } from "./log-dispersions.js";
import { type GapRule, pickByGap } from "./pick-by-gap.js";

/** How the gap statistic is computed. */
export interface GapOptions extends RunOptions {
  /** The numbers of groups, ascending; 1 … 10 where left out. */
  readonly ks?: readonly number[];
  /** How many sets of rows without groups are drawn; 20 where left out. */
  readonly references?: number;
  /** Where they are drawn: `scaledPCA` where left out, else `original`. */
  readonly space?: GapSpace;
  /** How k is read from the gaps; `firstSEmax` where left out. */
  readonly rule?: GapRule;
  /** Seed of draws and fits; 1 where left out. */
  readonly seed?: number;
  /** Clusters rows into k groups; k-means with one start where left out. */
  readonly labelsOf?: LabelMaker;
  /** The sets themselves in place of draws: rows × columns numbers in 0 … 1 each, column after column. */
  readonly uniforms?: readonly ArrayLike<number>[];
}

/** The gap statistic for each number of groups, and its pick. */
export interface GapStatistic {
  readonly ks: readonly number[];
  /** Logarithm of half the sum of squares within the groups. */
  readonly logDispersions: Float64Array;
  /** The same on rows without groups, on average. */
  readonly expected: Float64Array;
  /** Expected less found: how much tighter the groups are than slices of uniform rows. */
  readonly gaps: Float64Array;
  /** Standard errors of the simulation. */
  readonly errors: Float64Array;
  readonly rule: GapRule;
  /** The number of groups picked; 1 says that there are none. */
  readonly k: number;
}

/**
 * Compares how tight groups are with how tight they would be if uniform rows were cut, and picks k (Tibshirani,
 * Walther and Hastie 2001; as R's `cluster::clusGap` with d.power = 2). Uniform rows are an easy null: skewed columns
 * beat them without any groups, so a pick above 1 does not show structure; `nullComparison` asks that.
 *
 * @param matrix rows × columns
 * @param options `ks`, `references`, `space`, `rule`, `seed`, `labelsOf`, `uniforms`, `signal`, `onProgress`
 * @returns gaps with their errors, one a k, and the pick
 * @example const { k, gaps } = await gapStatistic(matrix, { ks: [1, 2, 3, 4, 5], references: 20 });
 */
export async function gapStatistic(matrix: Matrix, options: GapOptions = {}): Promise<GapStatistic> {
  const { ks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], rule = "firstSEmax", seed = 1 } = options;
  const { space = "scaledPCA", uniforms, references = uniforms?.length ?? 20, labelsOf } = options;
  const breathe = createBreather(options, "gap statistic");
  const found = await logDispersions(matrix, ks, seed, labelsOf);
  const sets: Float64Array[] = [];
  for (let b = 0; b < references; b++) {
    const random = createRandom(seed + b);
    const drawn = uniforms?.[b] ?? Float64Array.from(matrix.data, () => random.next());
    sets.push(await logDispersions(gapReference(matrix, space, drawn), ks, seed + b, labelsOf));
    await breathe(b, references);
  }
  return summarizeGap(ks, found, sets, rule);
}

/**
 * Sums dispersions up, wherever they were computed: the second half of `gapStatistic`.
 *
 * @param ks the numbers of groups, ascending
 * @param found as `logDispersions` gives them for the rows
 * @param sets the same for each reference
 * @param rule how k is read from the gaps
 */
export function summarizeGap(
  ks: readonly number[],
  found: Float64Array,
  sets: readonly Float64Array[],
  rule: GapRule = "firstSEmax",
): GapStatistic {
  const references = sets.length;
  const expected: Float64Array = Float64Array.from(
    ks,
    (_, i) => sets.reduce((sum, set) => sum + set[i]!, 0) / references,
  );
  const errors: Float64Array = Float64Array.from(ks, (_, i) => {
    const squares = sets.reduce((sum, set) => sum + (set[i]! - expected[i]!) ** 2, 0);
    return Math.sqrt(((1 + 1 / references) * squares) / Math.max(1, references - 1));
  });
  const gaps: Float64Array = expected.map((value, i) => value - found[i]!);
  return { ks, logDispersions: found, expected, gaps, errors, rule, k: ks[pickByGap(gaps, errors, rule)]! };
}
