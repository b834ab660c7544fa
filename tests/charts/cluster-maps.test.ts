import { expect, test } from "vitest";
import { clusterMaps } from "../../src/charts/cluster-maps.js";
import { render, titleOf } from "./render.js";

const points = { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 1, 0), ids: ["a", "b", "c"] };

test("colours each panel by its own labels, noise grey", async () => {
  const chart = clusterMaps(points, [
    { title: "one", labels: Int32Array.of(0, 0, 1) },
    { title: "two", labels: Int32Array.of(1, -1, 0) },
  ]);
  expect(titleOf(chart)).toBe("3 customers, one 2, two 2 groups");
  const { marks } = await render(chart);
  expect(marks().map((mark) => mark.fill)).toEqual(["#0072b2", "#0072b2", "#e69f00", "#e69f00", "#b5b5b5", "#0072b2"]);
});

test("refuses labels that do not match the points", () => {
  expect(() => clusterMaps(points, [{ title: "short", labels: Int32Array.of(0) }])).toThrow(
    '1 labels of "short" for 3 points',
  );
});
