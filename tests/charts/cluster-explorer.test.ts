import { expect, test } from "vitest";
import { clusterExplorer } from "../../src/charts/cluster-explorer.js";
import { gallery } from "./gallery.js";
import { type Rendered, render, titleOf } from "./render.js";

const points = {
  ids: ["12346", "00012", "c", "d"],
  x: Float64Array.of(0, 1, 2, 3),
  y: Float64Array.of(0, 1, 0, 1),
  tooltip: [{ name: "orders", unit: "orders", values: Float64Array.of(1, 2, 3, 4) }],
};
const candidates = [
  { algorithm: "k-means", parameterName: "k", parameter: 2, labels: Int32Array.of(0, 0, 1, 1) },
  { algorithm: "k-means", parameterName: "k", parameter: 3, labels: Int32Array.of(0, 0, 1, 2) },
  { algorithm: "ward", parameterName: "k", parameter: 2, labels: Int32Array.of(0, 0, 0, 1) },
  { algorithm: "DBSCAN", parameterName: "eps", parameter: 0.5, labels: Int32Array.of(-1, 0, 0, 0) },
  { algorithm: "DBSCAN", parameterName: "eps", parameter: 0.7, labels: Int32Array.of(-1, 0, -1, 0) },
];
const profile = [
  {
    column: "orders",
    unit: "orders",
    typical: (z: number) => 2.5 + z,
    standardized: Float64Array.of(-1, -1, 1, 1),
  },
];
const revenue = Float64Array.of(10, 20, 30, 40);
const explorer = clusterExplorer(points, candidates, profile, { revenue });

const fills = (drawn: Rendered): unknown[] =>
  drawn
    .marks()
    .filter((m) => m.mark.marktype === "symbol")
    .map((m) => m.datum.c);
const sizes = (drawn: Rendered): unknown[] =>
  drawn
    .marks()
    .filter((mark) => mark.mark.marktype === "rect" && mark.datum.of === "customers")
    .map((mark) => [mark.datum.c, mark.datum.count, mark.datum.revenue])
    .sort();
const profileTexts = (drawn: Rendered): unknown[] =>
  drawn
    .marks()
    .filter((mark) => mark.mark.marktype === "text" && mark.datum.j !== undefined)
    .map((mark) => mark.text);

test("says how many clusterings there are of how many customers", () => {
  expect(titleOf(explorer)).toBe("4 customers grouped in 5 ways by 3 algorithms: choose one below");
});

test("shows the first candidate: colours, sizes with shares of revenue, profile in original units", async () => {
  const drawn = await render(explorer);
  expect(fills(drawn)).toEqual([0, 0, 1, 1]);
  expect(sizes(drawn)).toEqual([
    [0, 2, 0.3],
    [1, 2, 0.7],
  ]);
  expect(profileTexts(drawn)).toEqual(["1.50", "3.50"]);
});

test("map, sizes and profile follow the inputs, and so does the heading", async () => {
  const drawn = await render(explorer);
  await drawn.view.signal("setting0", 3).runAsync();
  expect(fills(drawn)).toEqual([0, 0, 1, 2]);
  expect(profileTexts(drawn)).toEqual(["1.50", "3.50", "3.50"]);

  await drawn.view.signal("algorithm", 2).signal("setting1", 1).runAsync();
  expect(fills(drawn)).toEqual([-1, 0, -1, 0]);
  expect(sizes(drawn)).toEqual([
    [-1, 2, 0.4],
    [0, 2, 0.6],
  ]);
  expect(drawn.view.signal("captions")[drawn.view.signal("candidate")]).toBe(
    "DBSCAN, eps = 0.7: 1 group, noise 50.0 %",
  );
});

test("shows the nearest candidate where an algorithm has none at the value chosen, and names it", async () => {
  const drawn = await render(explorer);
  await drawn.view.signal("algorithm", 1).signal("setting0", 3).runAsync();
  expect(fills(drawn)).toEqual([0, 0, 0, 1]);
  expect(drawn.view.signal("captions")[drawn.view.signal("candidate")]).toBe("ward, k = 2: 2 groups");
});

test("a brush on the map restricts the sizes to the customers in it", async () => {
  const drawn = await render(explorer);
  const store = [
    { unit: "concat_0_concat_0_0", fields: [{ field: "x", channel: "x", type: "R" }], values: [[0.5, 2.5]] },
  ];
  drawn.view.data(
    "brush_store",
    store.map((entry) => ({ ...entry, unit: "" })),
  );
  await drawn.view.runAsync();
  expect(sizes(drawn)).toEqual([
    [0, 1, 0.4],
    [1, 1, 0.6],
  ]);
  expect(fills(drawn)).toHaveLength(4);
});

test("starts with the candidate asked for", async () => {
  expect(fills(await render(clusterExplorer(points, candidates, profile, { start: 4 })))).toEqual([-1, 0, -1, 0]);
});

test("works with one candidate, without revenue, profile and tooltips", async () => {
  const bare = clusterExplorer({ ids: points.ids, x: points.x, y: points.y }, candidates.slice(0, 1), []);
  const drawn = await render(bare);
  expect(fills(drawn)).toEqual([0, 0, 1, 1]);
  expect(drawn.warnings).toEqual([]);
});

test("stays below 1.5 MB for 5,852 customers and 30 candidates", () => {
  const bytes = Buffer.byteLength(JSON.stringify(gallery(5852).clusterExplorer));
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(1_500_000);
});

test("refuses what does not fit together", () => {
  const short = [{ ...candidates[0]!, labels: Int32Array.of(0) }];
  expect(() => clusterExplorer(points, short, profile)).toThrow('1 values of "labels of k-means 2" for 4 customers');
  expect(() => clusterExplorer(points, [...candidates, candidates[0]!], profile)).toThrow(
    'two candidates are named "k-means, k = 2"; name their algorithms apart',
  );
  expect(() => clusterExplorer(points, [], profile)).toThrow("start 0 is no index of 0 candidates");
  const tooltip = Array.from({ length: 5 }, () => points.tooltip[0]!);
  expect(() => clusterExplorer({ ...points, tooltip }, candidates, profile)).toThrow(
    "5 tooltip columns are too many; choose at most 4",
  );
});

test("prints what orders the groups as the colour does", async () => {
  const drawn = await render(clusterExplorer(points, candidates.slice(0, 1), profile));
  expect(profileTexts(drawn)).toEqual(["1.50", "3.50"]);
});
