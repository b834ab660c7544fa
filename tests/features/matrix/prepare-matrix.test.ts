import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPreparation } from "../../../src/features/matrix/apply-preparation.js";
import type { ColumnPreparation } from "../../../src/features/matrix/column-preparation.js";
import { transforms } from "../../../src/features/matrix/column-preparation.js";
import { applyColumn, fitColumn, invertColumn } from "../../../src/features/matrix/fitted-column.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";

const plain: ColumnPreparation = { column: "x", shrink: false, transform: "none", scale: "none", missing: "median" };
const orders = [1, 2, 3, 4];

describe("a prepared column", () => {
  it("has mean 0 and standard deviation 1, as scikit-learn's StandardScaler", () => {
    const column = { values: [1, 2, 3, 6], orders };
    const fitted = fitColumn({ ...plain, scale: "standard" }, column);
    expect([fitted.center, fitted.spread]).toEqual([3, Math.sqrt(3.5)]);
    expect([...applyColumn(fitted, column)]).toEqual([-2, -1, 0, 3].map((x) => x / Math.sqrt(3.5)));
  });

  it("draws shares to the shop's mean by the number of orders", () => {
    const fitted = fitColumn({ ...plain, shrink: true }, { values: [1, 0, null, 0.5], orders });
    // the shop's mean is 0.5; the second customer has 2 orders: (2 · 0 + 3 · 0.5) / 5
    expect([...applyColumn(fitted, { values: [1, 0, null, 0.5], orders })]).toEqual([0.625, 0.3, 0.5, 0.5]);
  });

  it("fills what is missing as it was told", () => {
    const column = { values: [1, 3, null, 8], orders };
    const filled = (missing: ColumnPreparation["missing"]) =>
      applyColumn(fitColumn({ ...plain, missing }, column), column)[2];
    expect([filled("median"), filled("zero"), filled("max")]).toEqual([3, 0, 8]);
  });

  it("is all zeros where every customer is the same", () => {
    const column = { values: [5, 5, 5, 5], orders };
    const fitted = fitColumn({ ...plain, transform: "log1p", scale: "standard" }, column);
    expect(fitted.constant).toBe(true);
    expect([...applyColumn(fitted, column)]).toEqual([0, 0, 0, 0]);
  });

  it("can be taken back to its unit (any values, every transform and scale)", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 });
    const how = fc.record({
      transform: fc.constantFrom(...transforms),
      scale: fc.constantFrom("none" as const, "standard" as const, "robust" as const, "minmax" as const),
    });
    fc.assert(
      fc.property(values, how, (xs, { transform, scale }) => {
        const fitted = fitColumn({ ...plain, transform, scale }, { values: xs, orders });
        const back = [...applyColumn(fitted, { values: xs, orders })].map((x) => invertColumn(fitted, x));
        back.forEach((x, i) => {
          expect(Math.abs(x - xs[i]!)).toBeLessThanOrEqual(1e-6 * Math.max(1, ...xs.map(Math.abs)));
        });
      }),
    );
  });
});

describe("a prepared matrix", () => {
  const customers = table({
    customer: ["a", "b", "c"],
    recency_days: [1, 10, 100],
    orders: [5, 2, 1],
    net_revenue: [500, -3, 20],
  });

  it("prepares a new customer as the old ones were", () => {
    const matrix = prepareMatrix(customers, "rfm");
    const again = applyPreparation(JSON.parse(JSON.stringify(matrix.preparation)), customers.slice(1, 2).reify());
    expect(again.ids).toEqual(["b"]);
    expect([...again.data]).toEqual([...matrix.data.slice(3, 6)]);
  });

  it("names a column that is not there and a preset that does not exist", () => {
    expect(() => prepareMatrix(customers)).toThrow(
      'no column "revenue_per_order" among the customers (found: customer, recency_days, orders, net_revenue)',
    );
    expect(() => prepareMatrix(customers, "ful" as "rfm")).toThrow(
      'no preset "ful"; there are rfm, rfm-plus, behaviour, full',
    );
    expect(() => prepareMatrix(customers.slice(0, 1).reify(), "rfm")).toThrow(
      "1 customers are too few for a matrix; 2 is the least",
    );
  });
});
