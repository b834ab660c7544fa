import { expect, test } from "vitest";
import { silhouettePlot } from "../../src/charts/silhouette-plot.js";
import { render, titleOf } from "./render.js";

const values = Float64Array.of(0.5, -0.1, 0.9, 0.3, 0.7);
const labels = Int32Array.of(0, 1, -1, 1, 0);

test("leaves noise out of the mean and of the share that lies closer to another cluster", () => {
  // 0.5, −0.1, 0.3, 0.7: mean 0.35, one of four below 0
  const chart = silhouettePlot({ values, labels }, { algorithm: "DBSCAN" });
  expect(titleOf(chart)).toBe("DBSCAN: mean silhouette 0.35; 25.0 % of the customers lie closer to another cluster");
  expect(chart.description).toContain("1 of 5 are noise and left out");
});

test("draws every customer, sorted within the cluster, in the cluster's colour", async () => {
  const { marks } = await render(silhouettePlot({ values, labels }));
  const areas = marks().filter((mark) => mark.mark.marktype === "area");
  expect(areas.map((mark) => mark.datum.v)).toEqual([0.7, 0.5, 0.3, -0.1]);
  expect(areas.map((mark) => mark.fill)).toEqual(["#0072b2", "#0072b2", "#e69f00", "#e69f00"]);
});

test("refuses silhouettes that do not match the labels", () => {
  expect(() => silhouettePlot({ values, labels: labels.slice(1) })).toThrow("5 silhouettes for 4 labels");
});
