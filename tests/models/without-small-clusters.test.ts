import { table } from "arquero";
import { describe, expect, it } from "vitest";
import type { Predictor } from "../../src/clustering/predictor.js";
import { createMatrix } from "../../src/core/matrix.js";
import { toldScores } from "../../src/models/told-scores.js";
import { tellableClusters, withoutSmallClusters } from "../../src/models/without-small-clusters.js";
import { createRedaction } from "../../src/sales/redaction/redaction.js";

const redaction = createRedaction("a key of sixteen+");
const matrix = createMatrix([
  [0, 0],
  [5, 5],
  [9, 1],
]);

describe("a model of redacted sales", () => {
  it("counts the clusters of at least five, noise aside", () => {
    expect(tellableClusters(Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, -1, -1, -1, -1, -1), 2)).toBe(1);
    expect(tellableClusters(Int32Array.of(-1, -1), 0)).toBe(0);
    expect(() => tellableClusters(Int32Array.of(0, 0, 1), 2)).toThrow(
      "none of 2 clusters has 5 customers, so a redacted model would tell single ones; choose fewer groups",
    );
  });

  it("has no centre of the others", () => {
    const told = withoutSmallClusters({ kind: "centres", centres: matrix }, 2);
    expect(told).toEqual({
      kind: "centres",
      centres: createMatrix([
        [0, 0],
        [5, 5],
      ]),
    });
  });

  it("has no component of the others, and weights that add up", () => {
    const mixture: Predictor = {
      kind: "mixture",
      covariance: "diagonal",
      weights: Float64Array.of(0.6, 0.2, 0.2),
      means: matrix,
      covariances: Float64Array.of(1, 2, 3, 4, 5, 6),
    };
    const told = withoutSmallClusters(mixture, 2);
    if (told.kind !== "mixture") throw new Error("another kind came back");
    expect([...told.weights].map((weight) => Number(weight.toFixed(12)))).toEqual([0.75, 0.25]);
    expect([...told.covariances]).toEqual([1, 2, 3, 4]);
    expect([...told.means.data]).toEqual([0, 0, 5, 5]);
  });

  it("has no core point of the others", () => {
    const points: Predictor = { kind: "core-points", eps: 1, points: matrix, labels: Int32Array.of(0, 1, 0) };
    const told = withoutSmallClusters(points, 1);
    if (told.kind !== "core-points") throw new Error("another kind came back");
    expect([...told.points.data]).toEqual([0, 0, 9, 1]);
    expect([told.points.rows, told.points.ids, [...told.labels]]).toEqual([2, ["1", "3"], [0, 0]]);
  });
});

describe("scores of redacted sales", () => {
  const scored = table({ customer: [..."abcdefg"], cluster: [0, 0, 1, 0, 0, 0, 1] });

  it("leave out whom fewer than five share a segment with", () => {
    expect(Array.from(toldScores({ redaction }, scored).array("customer"))).toEqual(["a", "b", "d", "e", "f"]);
    expect(toldScores({ redaction: null }, scored).numRows()).toBe(7);
  });
});
