import type { Predictor } from "../clustering/predictor.js";
import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";
import type { PackedMatrix, PackedPredictor } from "./pack-predictor.js";
import { unpackFloats, unpackIntegers } from "./packed-array.js";

/** larger prepared values would overflow when squared */
const largest = 1e150;

/**
 * Unpacks what labels new rows, and checks that its parts fit together: nothing in a file may make a search run out of
 * its arrays or for ever.
 *
 * @param packed as the schema describes it
 * @param columns the names of the prepared columns
 * @param clusters how many clusters there are
 * @throws SegmentLabError `bad-file` naming the part that is wrong
 */
export function unpackPredictor(packed: PackedPredictor, columns: readonly string[], clusters: number): Predictor {
  const matrix = (given: PackedMatrix, place: string) => unpackMatrix(given, place, columns);
  if (packed.kind === "centres") {
    const centres = matrix(packed.centres, "centres");
    check(centres.rows === clusters, "centres", `has ${centres.rows} rows for ${clusters} clusters`);
    return { kind: "centres", centres };
  }
  if (packed.kind === "mixture") {
    const { covariance } = packed;
    const means = matrix(packed.means, "means");
    check(means.rows >= Math.max(1, clusters), "means", `has ${means.rows} rows for ${clusters} clusters`);
    const size = columns.length * (covariance === "full" ? columns.length : 1);
    const weights = unpackFloats(packed.weights, "weights", means.rows);
    const covariances = unpackFloats(packed.covariances, "covariances", means.rows * size);
    check(
      weights.every((weight) => weight > 0 && weight <= 1),
      "weights",
      "holds a weight that is no share",
    );
    check(covariances.every(Number.isFinite), "covariances", "holds a value that is not a number");
    return { kind: "mixture", covariance, weights, means, covariances };
  }
  const points = matrix(packed.points, "points");
  if (packed.kind === "core-points") {
    const labels = unpackIntegers(packed.labels, "labels", points.rows);
    check(labels.every(isBelow(clusters)), "labels", `holds a label that is none of ${clusters} clusters`);
    return { kind: "core-points", eps: packed.eps, points, labels };
  }
  const { rows } = points;
  const parent = unpackIntegers(packed.tree.parent, "tree.parent");
  const birth = unpackFloats(packed.tree.birth, "tree.birth", parent.length);
  const death = unpackFloats(packed.tree.death, "tree.death", parent.length);
  const rowCluster = unpackIntegers(packed.tree.rowCluster, "tree.rowCluster", rows);
  const rowLambda = unpackFloats(packed.tree.rowLambda, "tree.rowLambda", rows);
  const coreDistances = unpackFloats(packed.coreDistances, "coreDistances", rows);
  const chosen = unpackIntegers(packed.chosen, "chosen", clusters);
  const leadsToRoot =
    parent.length > 0 && parent.every((above, c) => (c === 0 ? above === -1 : above >= 0 && above < c));
  check(leadsToRoot, "tree.parent", "is no tree");
  check(rowCluster.every(isBelow(parent.length)), "tree.rowCluster", "names a cluster that is not in the tree");
  check(chosen.every(isBelow(parent.length)), "chosen", "names a cluster that is not in the tree");
  for (const [place, values] of Object.entries({ birth, death, rowLambda, coreDistances })) {
    check(
      values.every((value) => value >= 0),
      place,
      "holds a value that is not a number from 0",
    );
  }
  const tree = { parent, birth, death, rowCluster, rowLambda };
  return { kind: "density-tree", minSamples: packed.minSamples, tree, chosen, coreDistances, points };
}

function unpackMatrix({ rows, columns, values }: PackedMatrix, place: string, wanted: readonly string[]): Matrix {
  check(
    columns.join("\n") === wanted.join("\n"),
    `${place}.columns`,
    `are ${columns.join(", ")}, not those of the preparation`,
  );
  const data = unpackFloats(values, `${place}.values`, rows * columns.length);
  check(
    data.every((value) => Math.abs(value) <= largest),
    `${place}.values`,
    "holds a value that is not a number",
  );
  return { data, rows, columns, ids: Array.from({ length: rows }, (_, i) => String(i)) };
}

function isBelow(count: number): (value: number) => boolean {
  return (value) => value >= 0 && value < count;
}

function check(holds: boolean, place: string, fault: string): void {
  if (!holds) throw new SegmentLabError("bad-file", `clustering.predictor.${place} ${fault}`);
}
