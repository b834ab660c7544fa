import type { ColumnTable } from "arquero";
import { mean, median, standardDeviation } from "simple-statistics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeatures } from "../../../src/features/build-features.js";
import { featureCatalogue } from "../../../src/features/catalogue.js";
import { correlations } from "../../../src/features/matrix/correlations.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";
import { presets } from "../../../src/features/matrix/presets.js";
import { varianceInflation } from "../../../src/features/matrix/variance-inflation.js";
import { openSales, type Sales } from "../../../src/sales/open-sales.js";
import { hasRealData, realData } from "../../real-data.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { inventedCustomers } from "./invented-customers.js";

const shares = ["product_entropy", "repeat_product_share", "return_rate", "weekend_share", "q4_share"];
const rfm = ["recency_days", "orders", "net_revenue"];
const rfmPlus = [...rfm, "revenue_per_order", "expected_gap_days", "lines_per_order", "units_per_order"];
rfmPlus.push("product_entropy", "repeat_product_share", "price_per_unit", "return_rate", "weekend_share", "q4_share");

/** The presets in few words: shares drawn to the shop's mean, the others through log1p, all to mean 0 and deviation 1. */
function inFewWords(customers: ColumnTable, names: readonly string[]): number[][] {
  const orders = customers.array("orders") as number[];
  return names.map((name) => {
    const raw = customers.array(name) as (number | null)[];
    const known = raw.filter((value) => value !== null);
    const shop = mean(known);
    const middle = median(known);
    const values = raw.map((value, i) => {
      if (shares.includes(name))
        return value === null ? (3 * shop) / 3 : (orders[i]! * value + 3 * shop) / (orders[i]! + 3);
      const filled = value ?? middle;
      return Math.sign(filled) * Math.log1p(Math.abs(filled));
    });
    const [center, spread] = [mean(values), standardDeviation(values)];
    return values.map((value) => (value - center) / spread);
  });
}

function byColumn({
  data,
  rows,
  columns,
}: {
  data: Float64Array;
  rows: number;
  columns: readonly string[];
}): number[][] {
  return columns.map((_, j) => Array.from({ length: rows }, (_, i) => data[i * columns.length + j]!));
}

describe("the presets rfm and rfm-plus", () => {
  it("are log1p or shrunk, standardized, to the last digit", () => {
    const customers = inventedCustomers(60);
    expect(byColumn(prepareMatrix(customers, "rfm"))).toEqual(inFewWords(customers, rfm));
    expect(byColumn(prepareMatrix(customers))).toEqual(inFewWords(customers, rfmPlus));
    expect(prepareMatrix(customers).columns).toEqual(rfmPlus);
  });

  it("keep everybody, and a column that is the same for all as zeros, named", () => {
    const customers = inventedCustomers(20).derive({ weekend_share: () => 0 });
    const matrix = prepareMatrix(customers);
    expect([matrix.rows, matrix.columns.length, matrix.aside]).toEqual([20, 13, []]);
    expect(matrix.preparation.notes).toEqual([
      "weekend_share is the same for every customer: zeros in the matrix, which separate nobody",
    ]);
  });
});

describe("the preset behaviour", () => {
  it("leaves out who has ordered too rarely, as a group of their own", () => {
    const customers = inventedCustomers(200);
    const matrix = prepareMatrix(customers, "behaviour");
    const orders = customers.array("orders") as number[];
    const ids = customers.array("customer") as string[];
    expect(matrix.ids).toEqual(ids.filter((_, i) => orders[i]! >= 3));
    expect(matrix.aside).toHaveLength(1);
    expect(matrix.aside[0]).toMatchObject({
      group: "too few orders to show a habit",
      customers: 200 - matrix.rows,
      ids: ids.filter((_, i) => orders[i]! < 3),
    });
  });

  const { columns } = presets.behaviour;
  const names = columns === "numbers" ? [] : columns.map(({ column }) => column);
  const entries = featureCatalogue.filter(({ name }) => names.includes(name));
  const hasTells = entries.every((feature) => "tells" in feature);
  if (!hasTells) console.warn("the catalogue has no `tells` yet: its word on the behaviour preset is not asked");

  it("has columns of the catalogue only", () => {
    expect(entries).toHaveLength(names.length);
    expect(names.filter((name) => rfm.includes(name))).toEqual([]);
  });

  it.skipIf(!hasTells)("has no column that tells recency, frequency or value, by the catalogue", () => {
    const told = entries.filter((feature) => ("tells" in feature ? (feature.tells as string[]) : []).length > 0);
    expect(told.map(({ name }) => name)).toEqual([]);
  });
});

describe.skipIf(!hasRealData)("on Online Retail II", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  let customers: ColumnTable;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
    customers = await buildFeatures(sales);
  });
  afterAll(() => sales.close());

  it("rfm and rfm-plus are what they are in few words, to the last digit", () => {
    expect(byColumn(prepareMatrix(customers, "rfm"))).toEqual(inFewWords(customers, rfm));
    expect(byColumn(prepareMatrix(customers))).toEqual(inFewWords(customers, rfmPlus));
  });

  it("no column of behaviour tells recency, frequency or value (R² of 20 bins below 0.3)", () => {
    const matrix = prepareMatrix(customers, "behaviour");
    const { preparation } = matrix;
    const targets = prepareMatrix(customers, { preset: "rfm", rows: preparation.rows });
    expect(targets.ids).toEqual(matrix.ids);
    const told = byColumn(matrix).flatMap((values, j) =>
      byColumn(targets).map((target, t) => [matrix.columns[j], rfm[t], explainedByBins(values, target, 20)] as const),
    );
    expect(told).toHaveLength(matrix.columns.length * 3);
    expect(told.filter(([, , r2]) => r2 >= 0.3)).toEqual([]);
    // the measure sees what does tell: the number of orders the value
    expect(explainedByBins(byColumn(targets)[1]!, byColumn(targets)[2]!, 20)).toBeGreaterThan(0.3);
  });

  it("full leaves no two columns that say the same", () => {
    const matrix = prepareMatrix(customers, "full");
    const { values } = correlations(matrix);
    const width = matrix.columns.length;
    const offDiagonal = [...values].filter((_, at) => at % width !== Math.floor(at / width));
    expect(Math.max(...offDiagonal.map(Math.abs))).toBeLessThanOrEqual(0.9);
    expect(Math.max(...varianceInflation(matrix).map(({ inflation }) => inflation))).toBeLessThanOrEqual(10);
    expect(matrix.preparation.dropped.length).toBeGreaterThan(0);
    expect(matrix.preparation.dropped.every(({ why }) => /^(\|r\| = |variance inflation |is the same)/.test(why))).toBe(
      true,
    );
  });
});

/** The share of a target's variance between equally filled bins of a column. */
function explainedByBins(values: readonly number[], target: readonly number[], bins: number): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const all = mean(target as number[]);
  let between = 0;
  for (let bin = 0; bin < bins; bin++) {
    const own = order.slice((bin * order.length) / bins, ((bin + 1) * order.length) / bins).map((i) => target[i]!);
    if (own.length > 0) between += own.length * (mean(own) - all) ** 2;
  }
  return between / target.reduce((sum, value) => sum + (value - all) ** 2, 0);
}
