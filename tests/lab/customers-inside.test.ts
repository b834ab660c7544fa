import { table } from "arquero";
import { expect, test } from "vitest";
import type { ComparedRun } from "../../src/comparison/comparison.js";
import { customersInside } from "../../src/lab/customers-inside.js";

const map = { ids: ["a", "b", "c"], x: Float64Array.of(0, 1.0004, 2), y: Float64Array.of(0, 5, -5) };

test("lists the customers inside a rectangle, ends included, as the chart rounds their places", () => {
  // the map is 10 wide, so places are rounded to hundredths
  expect(customersInside(map, { x: [0, 1], y: [6, 0] }).objects()).toEqual([{ customer: "a" }, { customer: "b" }]);
});

test("takes along the cluster and the columns of a table", () => {
  const customers = table({ customer: ["c", "b", "a"], orders: [null, 2, 1] });
  const run = { clustering: { labels: Int32Array.of(0, 1, -1) } } as unknown as ComparedRun;
  expect(customersInside(map, { x: [0.5, 3], y: [-9, 9] }, { customers, run }).objects()).toEqual([
    { customer: "b", cluster: 1, orders: 2 },
    { customer: "c", cluster: -1, orders: null },
  ]);
});

test("gives an empty table where nobody is inside", () => {
  expect(customersInside(map, { x: [50, 60], y: [0, 1] }).numRows()).toBe(0);
});

test("refuses extents that are no numbers and tables of other customers", () => {
  expect(() => customersInside(map, { x: [0, Number.NaN], y: [0, 1] })).toThrow(
    "the extent of x is 0 to NaN; give two numbers",
  );
  expect(() => customersInside(map, { x: [0, 1], y: [0, 6] }, { customers: table({ customer: ["a"] }) })).toThrow(
    'no customer "b" in the table',
  );
});
