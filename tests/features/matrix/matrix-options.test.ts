import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPreparation } from "../../../src/features/matrix/apply-preparation.js";
import { describePreparation } from "../../../src/features/matrix/describe-preparation.js";
import { fitPreparation } from "../../../src/features/matrix/fit-preparation.js";
import { invertMatrix } from "../../../src/features/matrix/invert-matrix.js";
import type { MatrixOptions } from "../../../src/features/matrix/matrix-options.js";
import type { PreparedMatrix } from "../../../src/features/matrix/preparation.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";
import { inventedCustomers, shuffled } from "./invented-customers.js";

const six = table({
  customer: ["a", "b", "c", "d", "e", "f"],
  orders: [1, 2, 3, 4, 5, 6],
  net_revenue: [10, 20, 30, 40, 50, 850],
  x: [1, 2, null, 4, 5, 100],
  y: [3, 1, 2, 5, 4, 0],
});
const column = ({ data, rows, columns }: PreparedMatrix, name: string): number[] =>
  Array.from({ length: rows }, (_, i) => data[i * columns.length + columns.indexOf(name)]!);
const plain: MatrixOptions = { columns: ["x", "y"], scale: "none" };

describe("options of a matrix", () => {
  it("choose transforms, scales and fillings for all columns or for each", () => {
    const options: MatrixOptions = {
      columns: ["x", "y"],
      transform: { x: "log1p" },
      scale: "none",
      missing: { x: "zero" },
    };
    const matrix = prepareMatrix(six, options);
    expect(column(matrix, "x")).toEqual([1, 2, 0, 4, 5, 100].map(Math.log1p));
    expect(column(matrix, "y")).toEqual([3, 1, 2, 5, 4, 0]);
    expect(matrix.preparation.preset).toBe("custom");
    expect(prepareMatrix(inventedCustomers(20), { preset: "rfm", scale: "robust" }).preparation.preset).toBe(
      "rfm, changed",
    );
    expect(prepareMatrix(inventedCustomers(20), { preset: "rfm" }).preparation.preset).toBe("rfm");
  });

  it("take a column as its unit in the catalogue suggests", () => {
    const { preparation } = prepareMatrix(inventedCustomers(20), { columns: ["orders", "return_rate"] });
    expect(preparation.columns.map(({ transform, shrink }) => [transform, shrink])).toEqual([
      ["log1p", false],
      ["none", true],
    ]);
  });

  it("add a column that says where values were missing", () => {
    const matrix = prepareMatrix(six, { ...plain, indicators: true });
    expect(matrix.columns).toEqual(["x", "x_missing", "y"]);
    expect(column(matrix, "x_missing")).toEqual([0, 0, 1, 0, 0, 0]);
    expect(column(matrix, "x")[2]).toBe(4);
    // asked for by name, without gaps: the same for all
    const named = prepareMatrix(six, { ...plain, indicators: ["y"] });
    expect([named.columns, named.preparation.dropped.map(({ name, why }) => [name, why])]).toEqual([
      ["x", "y"],
      [["y_missing", "is the same for every customer"]],
    ]);
  });

  it("draw in extremes at each column's quantiles, and say how many", () => {
    const matrix = prepareMatrix(six, { ...plain, outliers: { method: "winsorize", lower: 0, upper: 0.75 } });
    // numpy's 0.75 quantile of 1, 2, 4, 5, 100 is 5
    expect(column(matrix, "x")).toEqual([1, 2, 4, 4, 5, 5]);
    expect(matrix.preparation.columns[0]).toMatchObject({ limits: { low: 1, high: 5 }, facts: { winsorized: 0.2 } });
  });

  it("set outliers aside with their share of revenue, and learn from the others", () => {
    const many = inventedCustomers(300);
    const revenue = (many.array("net_revenue") as number[]).map((value, i) => (i === 7 ? 1e9 : value));
    const recency = (many.array("recency_days") as number[]).map((value, i) => (i === 7 ? 1e7 : value));
    const customers = many.assign(table({ net_revenue: revenue, recency_days: recency }));
    const matrix = prepareMatrix(customers, {
      preset: "rfm",
      outliers: { method: "isolation-forest", threshold: 0.65 },
    });
    const [group] = matrix.aside;
    expect(group).toMatchObject({ group: "unlike the rest", customers: 300 - matrix.rows });
    expect(group!.ids).toContain("10007");
    expect(group!.revenueShare).toBeGreaterThan(0.99);
    expect(matrix.preparation.aside[0]).toMatchObject({ customers: group!.customers, revenue: group!.revenue });
    expect(matrix.ids).not.toContain("10007");
    // centred on those who stay
    const values = column(matrix, "net_revenue");
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0, 10);
    // nobody is lost
    expect([...matrix.ids, ...group!.ids].sort()).toEqual(customers.array("customer"));
  });

  it("let rules say who is in the matrix", () => {
    const rows = [
      { all: [{ column: "orders", atLeast: 3 }], group: "new" },
      { all: [{ column: "net_revenue", per: "orders", atLeast: 100 }], stay: "others" as const, group: "large" },
      { all: [{ column: "x", atMost: 1000 }], group: "unknown" },
    ];
    const matrix = prepareMatrix(six, { ...plain, rows });
    expect(matrix.ids).toEqual(["d", "e"]);
    expect(matrix.aside.map(({ group, ids, revenue }) => [group, ids, revenue])).toEqual([
      ["new", ["a", "b"], 30],
      ["large", ["f"], 850],
      ["unknown", ["c"], 30],
    ]);
  });

  it("prepare bulk accounts and the rest by themselves", () => {
    const customers = inventedCustomers(100).derive({
      units_per_order: (row: { customer: string }) => (row.customer < "10012" ? 500 : 10 + (+row.customer % 7)),
      lines_per_order: (row: { customer: string }) => 5 + (+row.customer % 3),
    });
    const { rule, wholesale, rest } = prepareMatrix(customers, { split: "wholesale" });
    expect(rule.map(({ atLeast }) => atLeast)[0]).toBe(500);
    expect(wholesale.ids).toEqual(Array.from({ length: 12 }, (_, i) => String(10_000 + i)));
    expect(rest.ids).toHaveLength(88);
    expect([wholesale.aside[0]!.group, rest.aside[0]!.group]).toEqual(["no bulk accounts", "bulk accounts"]);
    expect(rest.aside[0]!.ids).toEqual(wholesale.ids);
    // each by itself: its own mean is 0
    expect(column(rest, "net_revenue").reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
  });
});

describe("a preparation", () => {
  const all: MatrixOptions = {
    preset: "rfm-plus",
    transform: "yeo-johnson",
    outliers: "isolation-forest",
    indicators: true,
  };

  it("does not depend on the order of the customers", () => {
    const customers = inventedCustomers(80);
    const expected = JSON.stringify(fitPreparation(customers, all));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(JSON.stringify(fitPreparation(shuffled(customers, seed), all))).toBe(expected);
      }),
      { numRuns: 5 },
    );
  });

  it("gives customers the same numbers whoever stands beside them", () => {
    const customers = inventedCustomers(80);
    const matrix = prepareMatrix(customers, all);
    const few = applyPreparation(matrix.preparation, customers.slice(10, 20).reify());
    const width = matrix.columns.length;
    few.ids.forEach((id, i) => {
      const at = matrix.ids.indexOf(id);
      expect(few.data.slice(i * width, (i + 1) * width)).toEqual(matrix.data.slice(at * width, (at + 1) * width));
    });
    expect(few.rows).toBeGreaterThan(5);
  });

  it("is described, one row a column, those dropped at the end with the reason", () => {
    const customers = inventedCustomers(50).derive({
      q4_share: () => 1,
      twice: (row: { orders: number }) => 2 * row.orders,
    });
    const options: MatrixOptions = {
      columns: ["product_entropy", "orders", "twice", "q4_share", "net_revenue"],
      transform: { net_revenue: "yeo-johnson", twice: "log1p" },
      outliers: "winsorize",
      prune: true,
    };
    const rows = describePreparation(prepareMatrix(customers, options).preparation).objects() as Record<
      string,
      unknown
    >[];
    expect(rows.map((row) => [row.column, row.in_matrix, row.why_dropped])).toEqual([
      ["product_entropy", true, null],
      ["orders", true, null],
      ["net_revenue", true, null],
      ["q4_share", false, "is the same for every customer"],
      ["twice", false, expect.stringMatching(/^\|r\| = 0\.99\d with orders is above 0\.9$/)],
    ]);
    expect(rows[0]).toMatchObject({ missing: "median", fill: null, transform: "none", lambda: null });
    expect(rows[0]!.missing_share).toBeGreaterThan(0);
    expect(rows[0]!.shrunk_to).toBeGreaterThan(0);
    expect(rows[2]).toMatchObject({ transform: "yeo-johnson", winsorized_share: 0.04, scale: "standard" });
    expect(Math.abs(rows[2]!.skew_after as number)).toBeLessThan(Math.abs(rows[2]!.skew_before as number));
  });

  it("takes a matrix back to original units", () => {
    const customers = inventedCustomers(40);
    const options: MatrixOptions = { preset: "rfm", transform: "quantile-normal", scale: "minmax" };
    const matrix = prepareMatrix(customers, options);
    const back = invertMatrix(matrix.preparation, matrix);
    expect([back.columns, back.ids]).toEqual([matrix.columns, matrix.ids]);
    for (const [j, name] of back.columns.entries()) {
      (customers.array(name) as number[]).forEach((value, i) => {
        expect(back.data[i * 3 + j]).toBeCloseTo(value, 4);
      });
    }
    expect(() => invertMatrix(matrix.preparation, { ...matrix, columns: ["a", "b", "c"] })).toThrow(
      "the matrix has the columns a, b, c, its preparation recency_days, orders, net_revenue",
    );
  });
});
