import { expect, test } from "vitest";
import { listOverlaps } from "../../src/charts/list-overlaps.js";
import { render, titleOf } from "./render.js";

const rows = [
  { lists: ["Whales", "Champions"], winner: "Whales", customers: 120 },
  { lists: ["Champions", "Thrifty"], winner: "Champions", customers: 30 },
  { lists: ["Newcomers", "Thrifty", "Champions"], winner: "Newcomers", customers: 50 },
  { lists: ["Thrifty"], winner: "Thrifty", customers: 900 },
];

const texts = async (chart: ReturnType<typeof listOverlaps>) => {
  const { marks, warnings } = await render(chart);
  expect(warnings).toEqual([]);
  return marks().flatMap(({ mark, datum, text }) =>
    mark.marktype === "text" ? [[datum.list, datum.other, text].join(" ")] : [],
  );
};

test("counts everybody once and points at the list that wins", async () => {
  const chart = listOverlaps(rows, { columns: ["Champions"] });
  expect(titleOf(chart)).toBe(
    "200 customers stand on several lists, most often on Whales and Champions (120), where Whales wins",
  );
  expect(await texts(chart)).toEqual([
    "Whales Champions ← 120",
    // 30 go to the column and 50 to a third list
    "Thrifty Champions 80",
    "Newcomers Champions ← 50",
  ]);
});

test("without columns every list stands on both sides", async () => {
  expect((await texts(listOverlaps(rows.slice(0, 1)))).sort()).toEqual([
    "Champions Whales ↑ 120",
    "Whales Champions ← 120",
  ]);
});

test("says that no customer stands on two lists", async () => {
  expect(titleOf(listOverlaps(rows.slice(3)))).toBe("No customer stands on two lists");
  expect(await texts(listOverlaps([]))).toEqual([]);
});
