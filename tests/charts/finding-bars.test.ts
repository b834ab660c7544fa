import { expect, test } from "vitest";
import { findingBars } from "../../src/charts/finding-bars.js";
import type { Finding } from "../../src/sales/profile/finding.js";
import { titleOf, valuesOf } from "./render.js";

const finding = (check: string, revenue: number, severity: Finding["severity"]): Finding => ({
  finding: check,
  severity,
  check,
  size: "2 rows",
  title: `${check}: 2 rows`,
  why: "",
  rows: 2,
  revenue,
  rowsInSales: 1,
  revenueInSales: revenue / 2,
  query: { sql: "", values: [] },
});

test("says how many make figures wrong and what touches most, and names no money where there is none", () => {
  const chart = findingBars([finding("odd rows", 30, "error"), finding("gifts", 0, "note")], { currency: "EUR" });
  expect(titleOf(chart)).toBe(
    "1 of 2 findings makes figures wrong if left alone; most revenue, €30, is touched by odd rows",
  );
  expect(valuesOf(chart).map(({ text }) => text)).toEqual(["€30, 2 rows", "2 rows"]);
});
