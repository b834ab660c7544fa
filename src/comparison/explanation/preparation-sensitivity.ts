import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import { contingencyTable } from "../../clustering/metrics/contingency-table.js";
import { SegmentLabError } from "../../core/errors.js";
import { checkLabels } from "./check-labels.js";

/** A labelling of customers, by whom. */
export interface CustomerLabels {
  /** The customers: one preparation may set aside whom another keeps. */
  readonly ids: readonly string[];
  /** One a customer; −1 is noise. */
  readonly labels: ArrayLike<number>;
}

/** How far a result comes back under another preparation. */
export interface PreparationAgreement {
  readonly preparation: string;
  /** Customers in both. */
  readonly customers: number;
  readonly clusters: number;
  /** Adjusted Rand index on them: 1 the same partition, about 0 what chance gives. */
  readonly index: number;
  /** One a cluster of the result, ascending: the largest Jaccard share with any cluster of the other (Hennig 2007). */
  readonly kept: readonly { readonly cluster: number; readonly jaccard: number }[];
}

/**
 * Tells how much of a clustering hangs on the way its columns were prepared: the adjusted Rand index (Hubert and Arabie
 * 1985) against the same algorithm on other preparations, and which clusters come back.
 *
 * @param result the clustering in question
 * @param others the same customers under other preparations, by name
 * @returns one entry a preparation, in their order
 * @throws SegmentLabError `bad-value` for labels that are not one a customer, or a preparation without a common customer
 * @example
 * const rfm = prepareMatrix(customers, "rfm");
 * const other = await cluster(rfm, "kmeans", { k: 5 });
 * preparationSensitivity({ ids: matrix.ids, labels: clustering.labels }, [
 *   { preparation: "rfm", ids: rfm.ids, labels: other.labels },
 * ]);
 */
export function preparationSensitivity(
  result: CustomerLabels,
  others: readonly (CustomerLabels & { readonly preparation: string })[],
): PreparationAgreement[] {
  checkLabels(result.labels, result.ids.length);
  return others.map(({ preparation, ids, labels }) => {
    checkLabels(labels, ids.length);
    const places = new Map(ids.map((id, i) => [id, i]));
    const common = result.ids.flatMap((id, i) => (places.has(id) ? [{ i, j: places.get(id)! }] : []));
    if (common.length === 0)
      throw new SegmentLabError("bad-value", `no customer of the result is under "${preparation}"; take the same shop`);
    const own = Int32Array.from(common, ({ i }) => result.labels[i]!);
    const other = Int32Array.from(common, ({ j }) => labels[j]!);
    const clusters = new Set(other.filter((label) => label >= 0)).size;
    const index = adjustedRandIndex(own, other);
    return { preparation, customers: common.length, clusters, index, kept: keptClusters(own, other) };
  });
}

function keptClusters(own: Int32Array, other: Int32Array): { cluster: number; jaccard: number }[] {
  const { labelsA, labelsB, sizesA, sizesB, cells } = contingencyTable(own, other);
  const best = new Float64Array(labelsA.length);
  for (const { a, b, count } of cells) {
    if (labelsB[b]! < 0) continue;
    best[a] = Math.max(best[a]!, count / (sizesA[a]! + sizesB[b]! - count));
  }
  return labelsA.map((cluster, a) => ({ cluster, jaccard: best[a]! })).filter(({ cluster }) => cluster >= 0);
}
