import type { Matrix } from "../../core/matrix.js";
import { featureCatalogue } from "../../features/catalogue.js";
import type { Feature } from "../../features/feature.js";
import { formatFeature } from "../../features/format-feature.js";
import { quantile } from "../../features/matrix/quantiles.js";
import { checkLabels } from "./check-labels.js";
import { deltaOfRanks, type EffectSize, effectSize } from "./cliffs-delta.js";
import { columnRanks } from "./column-ranks.js";
import { matrixColumn } from "./matrix-column.js";

/** What sets a cluster apart in one column. */
export interface ClusterTrait {
  readonly column: string;
  /** The column's unit, as the catalogue has it; empty for a column of one's own. */
  readonly unit: string;
  /** Cliff's δ against everybody else, −1 … 1. */
  readonly delta: number;
  readonly size: EffectSize;
  readonly direction: "higher" | "lower";
  /** Medians, in the column's unit. */
  readonly inside: number;
  readonly outside: number;
  /** "net_revenue: £5,210.00 against £620.00 elsewhere". */
  readonly text: string;
}

/** A cluster with the columns that set it apart most. */
export interface ClusterTraits {
  readonly cluster: number;
  readonly customers: number;
  /** Largest effect first. */
  readonly traits: readonly ClusterTrait[];
}

/**
 * Finds the columns in which each cluster differs most from everybody else, by Cliff's δ, with the medians inside and
 * outside in the column's unit. Effect sizes, no p-values: a test on columns that were clustered is circular.
 *
 * @param features rows × columns in original units, as `featureMatrix` gives them; NaN is unknown
 * @param labels one cluster a row; noise (below 0) is part of the rest and gets no entry
 * @param options `count`: columns a cluster, 3 where left out; `currency`: code of the money
 * @returns one entry a cluster, ascending
 * @throws SegmentLabError `bad-value` where labels and rows differ in number
 * @example
 * const features = featureMatrix(customers, matrix.columns, matrix.ids);
 * clusterTraits(features, chosen.clustering.labels)[0].traits[0].text; // "orders: 12 orders against 2 orders elsewhere"
 */
export function clusterTraits(
  features: Matrix,
  labels: ArrayLike<number>,
  options: { readonly count?: number; readonly currency?: string } = {},
): ClusterTraits[] {
  const { count = 3, currency = "GBP" } = options;
  checkLabels(labels, features.rows);
  const columns = features.columns.map((column, j) => {
    const values = matrixColumn(features, j);
    return { column, values, ranks: columnRanks(values) };
  });
  const clusters = [...new Set(Array.from(labels))].filter((label) => label >= 0).sort((a, b) => a - b);
  return clusters.map((cluster) => {
    const isInside = (row: number): boolean => labels[row] === cluster;
    const effects = columns
      .map((column) => ({ ...column, delta: deltaOfRanks(column.ranks, isInside) }))
      .filter(({ delta }) => Math.abs(delta) > 0);
    // the sort is stable: of equal effects the first column leads
    effects.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
    const traits = effects.slice(0, count).map(({ column, values, delta }) => {
      const inside = medianOf(values.filter((_, i) => isInside(i)));
      const outside = medianOf(values.filter((_, i) => !isInside(i)));
      const unit = featureCatalogue.find(({ name }) => name === column)?.unit;
      const text = `${column}: ${written(inside, unit, currency)} against ${written(outside, unit, currency)} elsewhere`;
      const direction = delta > 0 ? ("higher" as const) : ("lower" as const);
      return { column, unit: unit ?? "", delta, size: effectSize(delta), direction, inside, outside, text };
    });
    const customers = Array.from(labels).filter((label) => label === cluster).length;
    return { cluster, customers, traits };
  });
}

function medianOf(values: Float64Array): number {
  return quantile(values.filter((value) => !Number.isNaN(value)).sort(), 0.5);
}

function written(value: number, unit: Feature["unit"] | undefined, currency: string): string {
  return formatFeature(value, unit ?? "ratio", currency);
}
