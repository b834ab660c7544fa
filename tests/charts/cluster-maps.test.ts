import { expect, test } from "vitest";
import { clusterMaps } from "../../src/charts/cluster-maps.js";
import { render, titleOf } from "./render.js";

const points = { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 1, 0), ids: ["a", "b", "c"] };

const panels = [
  { title: "one", labels: Int32Array.of(0, 0, 1) },
  { title: "two", labels: Int32Array.of(1, -1, 0) },
];

test("gives a group the colour of the first clustering's group that it shares most customers with, noise grey", async () => {
  const chart = clusterMaps(points, panels);
  expect(titleOf(chart)).toBe("67 % of the customers of one keep their group under two");
  const { marks, warnings } = await render(chart);
  expect(marks().map((mark) => mark.fill)).toEqual(["#0072b2", "#0072b2", "#e69f00", "#0072b2", "#b5b5b5", "#e69f00"]);
  expect(warnings).toEqual([]);
});

test("colours by each panel's own numbers where asked to", async () => {
  const { marks } = await render(clusterMaps(points, panels, { colours: "numbers" }));
  expect(marks().map((mark) => mark.fill)).toEqual(["#0072b2", "#0072b2", "#e69f00", "#e69f00", "#b5b5b5", "#0072b2"]);
});

test("says between what shares many candidates lie, and what a single one has", () => {
  const more = [1, 2, 3].map((i) => ({ title: `same ${i}`, labels: Int32Array.of(1, 1, 0) }));
  expect(titleOf(clusterMaps(points, [...panels, ...more]))).toBe(
    "Between 67 % (two) and 100 % (same 3) of the customers of one keep their group",
  );
  expect(titleOf(clusterMaps(points, panels.slice(0, 1)))).toBe("one parts 3 customers into 2 groups");
});

test("refuses labels that do not match the points", () => {
  expect(() => clusterMaps(points, [{ title: "short", labels: Int32Array.of(0) }])).toThrow(
    '1 labels of "short" for 3 points',
  );
});
