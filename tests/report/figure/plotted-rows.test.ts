import { expect, test } from "vitest";
import { chartCaption } from "../../../src/report/figure/chart-caption.js";
import { narrowChart } from "../../../src/report/figure/narrow-chart.js";
import { plottedRows } from "../../../src/report/figure/plotted-rows.js";
import { renderRows } from "../../../src/report/figure/render-rows.js";

const spec = {
  title: { text: ["Two lines of", "a message"], subtitle: "how to read it" },
  width: 400,
  data: {
    values: [
      { d: 0, n: 1.5, packed: "x".repeat(500) },
      { d: 86_400_000, n: null, packed: "" },
    ],
  },
  mark: { type: "bar", size: 20 },
  encoding: {
    x: { field: "d", type: "temporal", title: "day", value: 400 },
    y: { field: "n", type: "quantitative", title: "orders", axis: { labelLimit: 300 } },
  },
};

test("the rows behind a chart are its own, under the titles of its axes, without what is packed", () => {
  const tables = plottedRows(spec);
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({
    path: "data/values",
    columns: [
      { field: "d", title: "day", isTime: true },
      { field: "n", title: "orders", isTime: false },
    ],
  });
  const html = renderRows(tables, 3);
  expect(html).toContain("<summary>Data of figure 3 (2 rows)</summary>");
  expect(html).toContain('<tr><td>1970-01-02</td><td class="number">–</td></tr>');
});

test("of many rows the first forty stand in the page, and it says so", () => {
  const values = Array.from({ length: 1234 }, (_, i) => ({ a: `<${i}>` }));
  const html = renderRows(plottedRows({ datasets: { rows: values }, mark: "point" }), 1);
  expect(html.match(/<tr>/g)).toHaveLength(42);
  expect(html).toContain("the first 40 of 1,234 rows; the CSV has all");
  expect(html).toContain("&lt;39&gt;");
  expect(renderRows(plottedRows({ mark: "bar" }), 1)).toBe("");
});

test("a title of plain text becomes the caption; one that an input changes stays in the chart", () => {
  expect(chartCaption(spec)).toMatchObject({ title: "Two lines of a message", subtitle: "how to read it" });
  expect(chartCaption(spec).bare).not.toHaveProperty("title");
  const moving = { description: "Moving", title: { text: { expr: "captions[k]" } }, mark: "bar" };
  expect(chartCaption(moving)).toEqual({ title: "Moving", subtitle: "", description: "Moving", bare: moving });
});

test("a narrow chart keeps what was placed by pixels at its side, and leaves the chart as it was", () => {
  const before = structuredClone(spec);
  const narrow = narrowChart(spec, 200) as unknown as typeof spec;
  expect(narrow.width).toBe(200);
  expect(narrow.mark.size).toBe(10);
  expect(narrow.encoding.x.value).toBe(200);
  expect(narrow.encoding.y.axis.labelLimit).toBe(104);
  expect(spec).toEqual(before);
  expect(narrowChart({ hconcat: [{ width: 50 }] }, 200)).toMatchObject({ columns: 1, concat: [{ width: 50 }] });
});

test("the page runs the same function, from its text alone", () => {
  const again = new Function(`return (${narrowChart.toString()})`)() as typeof narrowChart;
  expect(again(spec, 200)).toEqual(narrowChart(spec, 200));
});
