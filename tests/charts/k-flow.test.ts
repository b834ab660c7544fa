import { expect, test } from "vitest";
import { clusterFlow } from "../../src/charts/cluster-flow.js";
import { kFlow } from "../../src/charts/k-flow.js";
import { labelFlow } from "../../src/charts/label-flow.js";
import { render, titleOf } from "./render.js";

const two = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
// the first group splits
const three = [0, 0, 0, 2, 2, 2, 1, 1, 1, 1];
// one of each group makes a new one
const four = [0, 0, 3, 2, 2, 3, 1, 1, 1, 3];

test("names the step at which most customers join a group that mostly comes from elsewhere", () => {
  const steps = [
    { k: 2, labels: two },
    { k: 3, labels: three },
    { k: 4, labels: four },
  ];
  expect(titleOf(kFlow(steps, { algorithm: "k-means" }))).toBe(
    "k-means: the step from 3 to 4 groups reshuffles most: 20 % of the customers join a group that mostly comes from elsewhere",
  );
  expect(titleOf(kFlow(steps.slice(0, 2)))).toBe("every step only splits groups: nobody is reshuffled");
});

test("draws a bar for each group of each k and a ribbon for each pair, a group keeping its colour", async () => {
  const { marks, warnings } = await render(
    kFlow([
      { k: 2, labels: two },
      { k: 3, labels: three },
    ]),
  );
  expect(warnings).toEqual([]);
  const bars = marks().filter(({ mark }) => mark.marktype === "rect");
  expect(bars.map(({ datum, fill }) => [datum.when, datum.name, fill])).toEqual([
    ["k = 2", "cluster 0", "#0072b2"],
    ["k = 2", "cluster 1", "#e69f00"],
    ["k = 3", "cluster 0", "#0072b2"],
    ["k = 3", "cluster 2", "#009e73"],
    ["k = 3", "cluster 1", "#e69f00"],
  ]);
  const ribbons = new Set(marks().flatMap(({ mark, datum }) => (mark.marktype === "area" ? [datum.i] : [])));
  expect(ribbons.size).toBe(3);
});

test("orders the groups of the right by where their customers come from, noise last", () => {
  const { right, flow } = labelFlow([0, 0, 1, 1, 2], [2, 2, -1, 1, 0]);
  expect(right).toEqual(["cluster 2", "cluster 1", "cluster 0", "noise"]);
  expect(flow).toContainEqual({ from: "cluster 1", to: "noise", customers: 1 });
});

test("a flow between clusterings says how many agree and where most others go", () => {
  const title = titleOf(clusterFlow({ title: "k-means", labels: three }, { title: "ward", labels: four }));
  expect(title).toBe(
    "k-means and ward put 70 % of the customers into matching groups; the largest other flow: 1 from cluster 0 to cluster 3",
  );
  expect(titleOf(clusterFlow({ title: "a", labels: two }, { title: "b", labels: two.map((l) => 1 - l) }))).toBe(
    "a and b are the same partition of 10 customers",
  );
});

test("refuses clusterings of different customers", () => {
  expect(() => clusterFlow({ title: "a", labels: [0] }, { title: "b", labels: [0, 1] })).toThrow(
    '2 labels of "b" for 1 customers',
  );
  expect(() =>
    kFlow([
      { k: 2, labels: [0, 1] },
      { k: 3, labels: [0] },
    ]),
  ).toThrow("1 labels of k = 3 for 2 customers");
});
