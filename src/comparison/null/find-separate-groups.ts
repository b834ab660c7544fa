import type { Matrix } from "../../core/matrix.js";
import { createBreather, type RunOptions } from "../../core/progress.js";
import { fitLabels } from "../stability/fit-labels.js";
import { type SeparateGroups, separateGroups } from "./separate-groups.js";

/** Groups that stand apart, and the number of slices in which they were seen best. */
export interface FoundGroups extends SeparateGroups {
  readonly k: number;
}

/** How groups are looked for. */
export interface FindGroupsOptions extends RunOptions {
  /** The numbers of k-means slices; 2 … 8 and 10 where left out. */
  readonly ks?: readonly number[];
  readonly seed?: number;
}

/**
 * Looks for groups that stand apart: k-means cuts the rows into few and many slices, and slices without a valley between
 * them are joined again. Of the cuts that leave more than one group those count whose number of groups is most frequent,
 * and of these the one with the deepest valleys. Many slices follow moons and rings that no k-means cluster fits.
 *
 * @param matrix rows × columns
 * @param options `ks`, `seed`, `signal`, `onProgress`
 * @returns the groups; one group says that nothing stands apart
 * @example const { groups, labels } = await findSeparateGroups(matrix);
 */
export async function findSeparateGroups(matrix: Matrix, options: FindGroupsOptions = {}): Promise<FoundGroups> {
  const { ks = [2, 3, 4, 5, 6, 7, 8, 10], seed = 1, signal } = options;
  const breathe = createBreather(options, "valleys");
  const cuts: FoundGroups[] = [];
  for (const [i, k] of ks.filter((count) => count <= matrix.rows).entries()) {
    const { labels } = await fitLabels(matrix, { algorithm: "kmeans", options: { k, starts: 3 } }, seed, { signal });
    cuts.push({ k, ...separateGroups(matrix, labels, { seed }) });
    await breathe(i + 1, ks.length);
  }
  const isApart = cuts.some(({ groups }) => groups > 1);
  const candidates = isApart ? cuts.filter(({ groups }) => groups > 1) : cuts;
  const votes = (cut: FoundGroups) => candidates.filter(({ groups }) => groups === cut.groups).length;
  const [best] = candidates.toSorted((p, q) => votes(q) - votes(p) || weakest(q) - weakest(p));
  return best ?? { k: 1, groups: 1, labels: new Int32Array(matrix.rows), valleys: [], dips: [] };
}

/** The shallowest valley; where there is none, the deepest dip. */
function weakest({ valleys, dips }: SeparateGroups): number {
  return (valleys[0] ?? dips[0])?.dip ?? 0;
}
