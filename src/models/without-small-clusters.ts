import type { Predictor } from "../clustering/predictor.js";
import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";
import { smallestGroup } from "../sales/redaction/smallest-group.js";

/** How many of the clusters, which are numbered by descending size, have enough people to be told. */
export function tellableClusters(labels: Int32Array, clusters: number): number {
  const sizes = new Int32Array(clusters);
  for (const label of labels) if (label >= 0) sizes[label]!++;
  const kept = sizes.filter((size) => size >= smallestGroup).length;
  if (kept > 0 || clusters === 0) return kept;
  throw new SegmentLabError(
    "too-few-rows",
    `none of ${clusters} clusters has ${smallestGroup} customers, so a redacted model would tell single ones; choose fewer groups`,
  );
}

/**
 * Takes from a predictor what it knows of clusters with too few people: the centre of one customer is that customer.
 *
 * @param kept how many clusters stay, those with the lowest numbers
 */
export function withoutSmallClusters(predictor: Predictor, kept: number): Predictor {
  if (predictor.kind === "centres") return { kind: "centres", centres: firstRows(predictor.centres, kept) };
  if (predictor.kind === "mixture") {
    const { means, covariances } = predictor;
    const weights = predictor.weights.slice(0, kept);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const size = covariances.length / means.rows;
    return {
      ...predictor,
      weights: weights.map((weight) => weight / total),
      means: firstRows(means, kept),
      covariances: covariances.slice(0, kept * size),
    };
  }
  if (predictor.kind === "density-tree") return { ...predictor, chosen: predictor.chosen.slice(0, kept) };
  const { points, labels } = predictor;
  const width = points.columns.length;
  const rows = [...labels.keys()].filter((row) => labels[row]! < kept);
  const data = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    data.set(points.data.subarray(row * width, (row + 1) * width), i * width);
  });
  return {
    ...predictor,
    points: { ...points, rows: rows.length, data, ids: rows.map((row) => points.ids[row]!) },
    labels: Int32Array.from(rows, (row) => labels[row]!),
  };
}

function firstRows({ data, columns, ids }: Matrix, rows: number): Matrix {
  return { rows, columns, data: data.slice(0, rows * columns.length), ids: ids.slice(0, rows) };
}
