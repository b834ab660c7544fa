import type { Matrix } from "../../core/matrix.js";
import type { Progress, RunOptions } from "../../core/progress.js";
import type { Candidate } from "../candidates.js";
import { type FoundGroups, findSeparateGroups } from "./find-separate-groups.js";
import { groupStability } from "./group-stability.js";
import { type NullComparison, nullComparison } from "./null-comparison.js";
import { spikeColumns } from "./spike-columns.js";

/** What is known of whether rows fall into groups. */
export interface StructureEvidence {
  readonly rows: number;
  /** What stands apart when slices without a valley between them are joined. */
  readonly found: FoundGroups;
  /** The columns whose frequent value alone makes groups stand apart. */
  readonly spikes: readonly string[];
  /** Mean Jaccard index of the group that comes back worst; NaN where there is one group. */
  readonly stability: number;
  /** k-means on these rows and on rows without groups. */
  readonly null: NullComparison;
}

/** How structure is measured. */
export interface StructureOptions extends RunOptions {
  readonly seed?: number;
  /** How many surrogates, 20 where left out. */
  readonly surrogates?: number;
  /** A null comparison that is there already. */
  readonly null?: NullComparison;
}

/** k-means for k = 2 … 6 with one start each: what the null is asked about where nothing else is given. */
export const nullCandidates: readonly Candidate[] = [2, 3, 4, 5, 6].map((k) => ({
  algorithm: "kmeans",
  options: { k, starts: 1 },
}));

/**
 * Gathers what `structureVerdict` judges by: valleys between neighbouring centres, columns with a spike, stability of
 * the groups that stand apart, and k-means against Gaussian-copula surrogates.
 *
 * @param matrix rows × columns, at least two rows
 * @param options `seed`, `surrogates`, `null`, `signal`, `onProgress`
 * @returns the evidence, for `structureVerdict`
 * @throws SegmentLabError `too-few-rows` below two rows, `bad-value` for what is not a number
 * @example const { answer, reasons } = structureVerdict(await measureStructure(matrix));
 */
export async function measureStructure(matrix: Matrix, options: StructureOptions = {}): Promise<StructureEvidence> {
  const { seed = 1, surrogates = 20, signal, onProgress } = options;
  const part = (from: number, to: number) => ({
    seed,
    signal,
    onProgress: ({ done, total, label }: Progress) =>
      onProgress?.({ done: from + ((to - from) * done) / total, total: 1, label }),
  });
  const found = await findSeparateGroups(matrix, part(0, 0.3));
  const isApart = found.groups > 1;
  const candidates = nullCandidates.filter(({ options: { k } }) => Number(k) <= matrix.rows);
  return {
    rows: matrix.rows,
    found,
    spikes: isApart ? await spikeColumns(matrix, found, { seed, signal }) : [],
    stability: isApart ? await groupStability(matrix, found, { seed }) : Number.NaN,
    null: options.null ?? (await nullComparison(matrix, candidates, { ...part(0.4, 1), surrogates })),
  };
}
