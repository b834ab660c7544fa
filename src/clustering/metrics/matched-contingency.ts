import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import { bestAssignment } from "./best-assignment.js";
import { contingencyTable } from "./contingency-table.js";

/** Two clusterings side by side, the clusters of the second in the order that matches the first best. */
export interface MatchedContingency {
  /** The table's rows: the first clustering's labels, ascending; noise is one of them. */
  readonly labelsA: readonly number[];
  /** The table's columns: the matches of `labelsA` in their order, then the labels without one. */
  readonly labelsB: readonly number[];
  /** How many rows carry both labels, row after row; matched pairs stand on the diagonal as far as they can. */
  readonly counts: Int32Array;
  /** For each of `labelsA` its match in the second clustering, or undefined where that has fewer clusters. */
  readonly matches: readonly (number | undefined)[];
  /** How many rows lie in matched clusters. */
  readonly matched: number;
  /** Their share of all rows. */
  readonly share: number;
}

/**
 * Matches the clusters of two clusterings one to one so that most rows agree (Hungarian method), and counts.
 *
 * @param a one label a row
 * @param b one label a row, in any numbering
 * @returns the table with its matches
 * @throws SegmentLabError `bad-value` when the lengths differ, `too-large` where there are too many labels to match
 * @example
 * const ward = await cluster(matrix, "hierarchical", { linkage: "ward", k: 5 });
 * const { share } = matchedContingency(clustering.labels, ward.labels); // 0.87 of the customers stay
 */
export function matchedContingency(a: ArrayLike<number>, b: ArrayLike<number>): MatchedContingency {
  const { rows, labelsA, labelsB, cells } = contingencyTable(a, b);
  const width = labelsB.length;
  checkMatching(labelsA.length, width);
  const plain = new Float64Array(labelsA.length * width);
  for (const cell of cells) plain[cell.a * width + cell.b] = cell.count;
  const assigned = bestAssignment(plain, labelsA.length, width);
  const taken = [...assigned].filter((column) => column >= 0);
  const order = [...taken, ...labelsB.keys()].filter((column, at, all) => all.indexOf(column) === at);
  const counts: Int32Array = new Int32Array(plain.length);
  let matched = 0;
  labelsA.forEach((_, p) => {
    order.forEach((column, q) => {
      counts[p * width + q] = plain[p * width + column]!;
    });
    if (assigned[p]! >= 0) matched += plain[p * width + assigned[p]!]!;
  });
  return {
    labelsA,
    labelsB: order.map((column) => labelsB[column]!),
    counts,
    matches: Array.from(assigned, (column) => labelsB[column]),
    matched,
    share: matched / rows,
  };
}

/** about a minute; the table then holds at most a few hundred megabytes */
const mostSteps = 1e11;

function checkMatching(a: number, b: number): void {
  const few = Math.min(a, b);
  if (few * few * Math.max(a, b) <= mostSteps && a * b <= 2 ** 27) return;
  throw new SegmentLabError(
    "too-large",
    `${formatNumber(a)} labels cannot be matched with ${formatNumber(b)} in a minute or so; compare fewer clusters, or ` +
      "use adjustedRandIndex, which needs no matching",
  );
}
