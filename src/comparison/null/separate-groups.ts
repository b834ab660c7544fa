import { numberClusters } from "../../clustering/number-clusters.js";
import type { Matrix } from "../../core/matrix.js";
import { type NeighbouringDip, neighbouringDips } from "./neighbouring-dips.js";

/** What counts as a valley, and as a group. */
export const valleyRule = {
  /** A dip that uniform values reach so rarely at most. */
  p: 0.01,
  /** A dip so deep at least: in thousands of rows the shallowest dent is significant. */
  dip: 0.02,
  /** Share of the rows that a group has at least: fewer are outliers. */
  share: 0.02,
} as const;

/** Clusters joined where no valley lies between them. */
export interface SeparateGroups {
  /** How many groups are left: 1 says that all clusters hang together. */
  readonly groups: number;
  /** One a row: the group, 0, 1, … by descending size; −1 for noise. */
  readonly labels: Int32Array;
  /** The valleys between the groups, the shallowest first: the first one is the weakest link of the claim. */
  readonly valleys: readonly NeighbouringDip[];
  /** All pairs of neighbouring clusters, the clearest valley first. */
  readonly dips: readonly NeighbouringDip[];
}

/**
 * Joins neighbouring clusters between which there is no valley: what stays apart are groups of their own, whatever
 * their shape, and slices of one cloud become one again. A valley is a dip between two centres (Hartigan and Hartigan
 * 1985) that is significant and deep, see `valleyRule`; a part below 2 % of the rows is joined with its nearest in dip.
 *
 * @param matrix the clustered rows
 * @param labels one a row; negative is noise
 * @param options `seed` of the order in which equal values are spread
 * @returns the groups, the valleys between them, and all dips
 * @example const { groups, valleys } = separateGroups(matrix, clustering.labels);
 */
export function separateGroups(
  matrix: Matrix,
  labels: Int32Array,
  options: { readonly seed?: number } = {},
): SeparateGroups {
  const dips = neighbouringDips(matrix, labels, options);
  const clusters = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const size = new Float64Array(clusters);
  for (const label of labels) if (label >= 0) size[label]!++;
  const group = Int32Array.from({ length: clusters }, (_, c) => c);
  const join = (a: number, b: number) => {
    const [keep, gone] = [group[a]!, group[b]!];
    if (keep === gone) return;
    size[keep]! += size[gone]!;
    group.forEach((own, c) => {
      if (own === gone) group[c] = keep;
    });
  };
  const shallowFirst = dips.toReversed();
  for (const dip of shallowFirst) if (!isValley(dip)) join(dip.a, dip.b);
  const least = valleyRule.share * matrix.rows;
  for (const { a, b } of shallowFirst) if (Math.min(size[group[a]!]!, size[group[b]!]!) < least) join(a, b);
  const raw = labels.map((label) => (label < 0 ? -1 : group[label]!));
  const numbered = numberClusters(raw);
  return {
    groups: numbered.clusters,
    labels: numbered.labels,
    valleys: shallowFirst.filter(({ a, b }) => group[a] !== group[b]),
    dips,
  };
}

/** Whether a dip between neighbours is deep and sure enough to part them. */
export function isValley({ dip, p }: NeighbouringDip): boolean {
  return p <= valleyRule.p && dip >= valleyRule.dip;
}
