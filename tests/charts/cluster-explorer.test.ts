import { describe, expect, test } from "vitest";
import { clusterExplorer } from "../../src/charts/cluster-explorer.js";
import { gallery } from "./gallery.js";
import { type Drawn, type Rendered, render, titleOf } from "./render.js";

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
    .filter((m) => m.mark.marktype === "symbol" && m.datum.i !== undefined)
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
    .filter((mark) => mark.mark.marktype === "text" && mark.datum.median !== undefined)
    .sort((a, b) => Number(a.datum.c) - Number(b.datum.c))
    .map((mark) => mark.text);
const brush = async (drawn: Rendered, x: [number, number], y: [number, number]): Promise<void> => {
  const fields = [
    { field: "mx", channel: "x", type: "R" },
    { field: "my", channel: "y", type: "R" },
  ];
  drawn.view.data("brush_store", [{ unit: "", fields, values: [x, y] }]);
  await drawn.view.runAsync();
};
const texts = (drawn: Rendered): string[] =>
  drawn.marks().flatMap(({ mark, text }) => (mark.marktype === "text" && text ? [text] : []));

test("says how many clusterings there are of how many customers", () => {
  expect(titleOf(explorer)).toBe("4 customers grouped in 5 ways");
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

test("a brush on the map restricts sizes and profile to the customers in it, and clusters keep their place", async () => {
  const drawn = await render(explorer);
  await brush(drawn, [0.5, 2.5], [-1, 2]);
  expect(sizes(drawn)).toEqual([
    [0, 1, 0.4],
    [1, 1, 0.6],
  ]);
  expect(profileTexts(drawn)).toEqual(["1.50", "3.50"]);
  expect(fills(drawn)).toHaveLength(4);

  await brush(drawn, [1.5, 4], [-1, 2]);
  expect(sizes(drawn)).toEqual([[1, 2, 1]]);
  expect(profileTexts(drawn)).toEqual(["3.50"]);
  expect(drawn.marks().filter(({ mark, datum }) => mark.marktype === "symbol" && datum.r === 0)).toHaveLength(4);
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

test("stays below 1.5 MB for 5,852 customers and 30 candidates with silhouettes, two maps and 13 columns", () => {
  const chart = gallery(5852).clusterExplorer!;
  const bytes = Buffer.byteLength(JSON.stringify(chart));
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(1_500_000);
  expect((chart.datasets as { customers: unknown[] }).customers).toHaveLength(5852);
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

describe("with silhouettes, stability, preparations and a second map", () => {
  const umap = { x: Float64Array.of(40, 30, 20, 10), y: Float64Array.of(5, 5, 5, 6) };
  const silhouettes = Float64Array.of(0.5, -0.2, 0.9, 1);
  const rich = clusterExplorer(
    { ...points, umap },
    [
      { ...candidates[0]!, preparation: "rfm-plus", silhouettes, jaccards: [0.9, 0.55] },
      { ...candidates[1]!, preparation: "rfm-plus", silhouettes: silhouettes.map((value) => value / 2) },
      { ...candidates[4]!, preparation: "rfm-plus" },
      { ...candidates[0]!, preparation: "raw", labels: Int32Array.of(1, 0, 0, 0), silhouettes },
    ],
    profile,
    { revenue },
  );
  const points4 = (drawn: Rendered): Drawn[] =>
    drawn.marks().filter(({ mark, datum }) => mark.marktype === "symbol" && datum.i !== undefined);
  const areas = (drawn: Rendered): [unknown, number][] =>
    drawn
      .marks()
      .filter(({ mark }) => mark.marktype === "area")
      .map(({ datum }): [unknown, number] => [datum.c, Number(datum.s)]);

  test("says how far the mean silhouettes go, in the title and above the plot", async () => {
    expect(titleOf(rich)).toBe("4 customers grouped in 4 ways: mean silhouettes from 0.28 to 0.55");
    const drawn = await render(rich);
    expect(drawn.view.signal("silhouetteCaptions")[0]).toBe("mean silhouette 0.55, noise as 0");
    expect(drawn.warnings).toEqual([]);
  });

  test("draws each silhouette to within half a level, sorted within its cluster, with exact means", async () => {
    const drawn = await render(rich);
    const close = (expected: [number, number][]): void => {
      const found = areas(drawn).sort((a, b) => Number(a[0]) - Number(b[0]) || b[1] - a[1]);
      expect(found.map(([c]) => c)).toEqual(expected.map(([c]) => c));
      found.forEach(([, s], i) => {
        expect(Math.abs(s - expected[i]![1])).toBeLessThanOrEqual(1 / 62 + 1e-9);
        expect(Math.sign(s)).toBe(Math.sign(expected[i]![1]));
      });
    };
    close([
      [0, 0.5],
      [0, -0.2],
      [1, 1],
      [1, 0.9],
    ]);
    expect(texts(drawn)).toEqual(expect.arrayContaining(["0 · 2 · 0.15", "1 · 2 · 0.95"]));
    await drawn.view.signal("setting0", 3).runAsync();
    close([
      [0, 0.25],
      [0, -0.1],
      [1, 0.45],
      [2, 0.5],
    ]);
    await drawn.view.signal("algorithm", 1).runAsync();
    expect(areas(drawn)).toEqual([]);
    expect(drawn.view.signal("silhouetteCaptions")[drawn.view.signal("candidate")]).toBe(
      "fewer than two groups: no silhouettes",
    );
    expect(drawn.warnings).toEqual([]);
  });

  test("reads the stability of each cluster by Hennig's bands, and says where it was not measured", async () => {
    const drawn = await render(rich);
    const bars = () =>
      drawn.marks().flatMap(({ mark, datum }) => (mark.marktype === "rect" && "word" in datum ? [datum.word] : []));
    expect(bars()).toEqual(["highly stable", "doubtful"]);
    expect(drawn.view.signal("isStable")).toEqual([true, false, false, false]);
    await drawn.view.signal("setting0", 3).runAsync();
    expect(bars()).toEqual([]);
  });

  test("chooses among the preparations, and stays with the preparation for what was not tried there", async () => {
    const drawn = await render(rich);
    await drawn.view.signal("preparation", 1).runAsync();
    expect(fills(drawn)).toEqual([1, 0, 0, 0]);
    await drawn.view.signal("algorithm", 1).runAsync();
    expect(drawn.view.signal("captions")[drawn.view.signal("candidate")]).toBe("k-means, k = 2: 2 groups");
    expect(fills(drawn)).toEqual([1, 0, 0, 0]);
  });

  test("moves the customers to the other map, whose numbers the brush is then in", async () => {
    const drawn = await render(rich);
    const across = () => points4(drawn).map(({ x }) => Math.round(x!));
    const before = across();
    await drawn.view.signal("layout", 1).runAsync();
    expect(across()).toEqual([...before].reverse());
    expect(points4(drawn).map(({ datum }) => datum.mx)).toEqual([40, 30, 20, 10]);
    await brush(drawn, [15, 35], [0, 9]);
    expect(sizes(drawn)).toEqual([
      [0, 1, 0.4],
      [1, 1, 0.6],
    ]);
  });

  test("offers one input for each thing that varies", () => {
    const bound = (rich.params as { name: string; bind?: { name: string } }[]).flatMap(({ name, bind }) =>
      bind ? [name] : [],
    );
    expect(bound).toEqual(["preparation", "algorithm", "setting0", "layout"]);
  });
});

test("the median of any customers is theirs to within a 500th, and exact where values repeat", async () => {
  const n = 3000;
  const values = Float64Array.from({ length: n }, (_, i) => Math.floor((i * i) / 1000) % 50);
  const skewed = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % n) / 10);
  const chart = clusterExplorer(
    {
      ids: Array.from(values, (_, i) => String(i)),
      x: Float64Array.from(values, (_, i) => i),
      y: new Float64Array(n).fill(1),
    },
    [{ algorithm: "k-means", parameterName: "k", parameter: 2, labels: Int32Array.from(values, (_, i) => i % 2) }],
    [
      { column: "a", unit: "", typical: (value) => value, standardized: values },
      { column: "b", unit: "", typical: Math.exp, standardized: skewed.map((value) => Math.log(value + 1)) },
    ],
  );
  const drawn = await render(chart);
  for (const [from, to] of [
    [0, n],
    [700, 901],
    [10, 15],
  ] as const) {
    await brush(drawn, [from - 0.5, to - 0.5], [0, 2]);
    const cells = drawn.marks().filter(({ mark, datum }) => mark.marktype === "rect" && datum.median !== undefined);
    expect(cells).toHaveLength(4);
    for (const { datum } of cells) {
      const own = Array.from({ length: to - from }, (_, i) => from + i).filter((i) => i % 2 === datum.c);
      const sorted = own.map((i) => (datum.j === 0 ? values[i]! : skewed[i]! + 1)).sort((a, b) => a - b);
      const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
      // six customers share a level of the column whose values all differ
      const slack = datum.j === 0 ? 0 : 0.6;
      expect(datum.value).toBeGreaterThanOrEqual(low - slack);
      expect(datum.value).toBeLessThanOrEqual(high + slack);
    }
  }
});

test("draws what there is of all noise, of one group and of an empty brush, without a warning", async () => {
  const noise = { algorithm: "DBSCAN", parameterName: "eps", parameter: 0.1, labels: Int32Array.of(-1, -1, -1, -1) };
  const nothing = { ...noise, silhouettes: new Float64Array(4).fill(Number.NaN), jaccards: [] };
  const one = { ...nothing, parameter: 9, labels: new Int32Array(4), jaccards: [1] };
  const two = { ...candidates[0]!, silhouettes: Float64Array.of(1, 1, 1, 0.5), jaccards: [1, 0.2] };
  const drawn = await render(clusterExplorer(points, [nothing, one, two], profile, { revenue }));
  expect(fills(drawn)).toEqual([-1, -1, -1, -1]);
  expect(sizes(drawn)).toEqual([[-1, 4, 1]]);
  expect(profileTexts(drawn)).toEqual(["2.50"]);
  await drawn.view.signal("setting0", 1).runAsync();
  expect(sizes(drawn)).toEqual([[0, 4, 1]]);
  await drawn.view.signal("algorithm", 1).runAsync();
  await brush(drawn, [50, 60], [0, 1]);
  expect([sizes(drawn), profileTexts(drawn)]).toEqual([[], []]);
  expect(fills(drawn)).toHaveLength(4);
  expect(drawn.warnings).toEqual([]);
});

test("prints the brush's extent above the map, rounded inwards, so that the numbers enclose the same customers", async () => {
  const drawn = await render(explorer);
  const written = () => JSON.stringify(textsOf(drawn.view.scenegraph()));
  expect(written()).toContain("each dot: a customer; drag to choose some");
  await brush(drawn, [2.49987, 0.50041], [-0.5, 1.00009]);
  expect(written()).toContain("inside x 0.501 to 2.499, y −0.500 to 1.000");
});

function textsOf(node: unknown): string[] {
  const { items = [], text, root } = node as { items?: readonly unknown[]; text?: unknown; root?: unknown };
  return [
    ...(typeof text === "string" ? [text] : []),
    ...(root ? textsOf(root) : []),
    ...items.flatMap((item) => textsOf(item)),
    ...("title" in (node as object) ? textsOf((node as { title: unknown }).title ?? {}) : []),
  ];
}
