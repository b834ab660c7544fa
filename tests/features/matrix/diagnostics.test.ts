import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { createMatrix } from "../../../src/core/matrix.js";
import { atoms } from "../../../src/features/matrix/atoms.js";
import { correlations } from "../../../src/features/matrix/correlations.js";
import { diagnoseColumns } from "../../../src/features/matrix/diagnose-columns.js";
import { pca } from "../../../src/features/matrix/pca.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";
import { pruneColumns } from "../../../src/features/matrix/prune-columns.js";
import { varianceInflation } from "../../../src/features/matrix/variance-inflation.js";
import { golden, largestGap } from "./golden.js";

const { together } = golden;
const matrix = createMatrix(together.rows, ["a", "b", "c", "d", "e"]);

describe("the correlations of columns", () => {
  it("are SciPy's, Pearson's and Spearman's", () => {
    expect(largestGap(correlations(matrix).values, together.pearson)).toBeLessThan(1e-12);
    expect(largestGap(correlations(matrix, { method: "spearman" }).values, together.spearman)).toBeLessThan(1e-12);
  });

  it("are 0 beside a constant column", () => {
    expect([
      ...correlations(
        createMatrix([
          [1, 2],
          [1, 3],
          [1, 5],
        ]),
      ).values,
    ]).toEqual([1, 0, 0, 1]);
  });

  it("know two methods", () => {
    expect(() => correlations(matrix, { method: "kendall" as "pearson" })).toThrow(
      'no correlation "kendall"; there are pearson and spearman',
    );
  });
});

describe("variance inflation", () => {
  it("is statsmodels' with a constant", () => {
    const factors = varianceInflation(matrix).map(({ inflation }) => inflation);
    expect(factors.every((factor, j) => Math.abs(factor / together.inflation[j]! - 1) < 1e-9)).toBe(true);
  });

  it("is infinite where other columns add up to one, and 1 where nothing is shared", () => {
    const rows = [
      [1, 4, 5, 1],
      [2, 1, 3, -1],
      [3, 3, 6, -1],
      [4, 1, 5, 1],
      [5, 9, 14, 1],
      [6, 2, 8, -1],
    ];
    const factors = varianceInflation(createMatrix(rows)).map(({ inflation }) => inflation);
    expect(factors.slice(0, 3)).toEqual([Infinity, Infinity, Infinity]);
    expect(Number.isFinite(factors[3])).toBe(true);
    expect(
      varianceInflation(
        createMatrix([
          [1, 1],
          [1, -1],
          [-1, 1],
          [-1, -1],
        ]),
      ).map(({ inflation }) => inflation),
    ).toEqual([1, 1]);
  });

  it("asks for more customers than columns", () => {
    expect(() =>
      varianceInflation(
        createMatrix([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toThrow(
      "2 customers are too few to tell the variance inflation of 2 columns; take more customers or fewer columns",
    );
  });
});

describe("pruning", () => {
  it("keeps the first of two that go together, and says why the other goes", () => {
    const rows = [
      [1, 2, 5],
      [2, 4.1, 1],
      [3, 6, 4],
      [4, 8, 1],
      [5, 10, 3],
    ];
    expect([...pruneColumns(createMatrix(rows, ["a", "twice", "other"]), { correlation: 0.9, inflation: 10 })]).toEqual(
      [["twice", "|r| = 1.000 with a is above 0.9"]],
    );
  });

  it("then takes out what the others tell together, the most told first", () => {
    const pruned = pruneColumns(matrix, { correlation: 1, inflation: 10 });
    const most = together.inflation.indexOf(Math.max(...together.inflation));
    expect([...pruned.keys()][0]).toBe(matrix.columns[most]);
    expect([...pruned.values()][0]).toBe(
      `variance inflation ${together.inflation[most]!.toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} is above 10`,
    );
  });
});

describe("principal components", () => {
  it("have scikit-learn's loadings, but for signs, and its explained variance", () => {
    const { loadings, explainedVariance, explainedVarianceRatio } = pca(matrix);
    expect(loadings.array("column")).toEqual(["a", "b", "c", "d", "e"]);
    together.components.forEach((component, c) => {
      const sign = Math.sign(component.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)));
      const own = loadings.array(`PC${c + 1}`) as number[];
      expect(
        largestGap(
          own,
          component.map((weight) => sign * weight),
        ),
      ).toBeLessThan(1e-10);
    });
    expect(largestGap(explainedVariance, together.explainedVariance)).toBeLessThan(1e-12);
    expect(largestGap(explainedVarianceRatio, together.explainedVarianceRatio)).toBeLessThan(1e-12);
  });

  it("are as many as asked for", () => {
    const { loadings, scores } = pca(matrix, { components: 2 });
    expect([loadings.columnNames(), scores.columns]).toEqual([
      ["column", "PC1", "PC2"],
      ["PC1", "PC2"],
    ]);
    expect(() => pca(matrix, { components: 6 })).toThrow("the count is 6; choose from 1 to 5, the number of columns");
  });
});

describe("the diagnosis of a matrix", () => {
  const customers = table({
    customer: ["a", "b", "c", "d", "e"],
    x: [1, 2, 3, 4, 10],
    twice: [2, 4, 6, 8, 20],
    other: [5, 5, 5, 0, 4],
  });
  const columns = ["x", "twice", "other"];

  it("has one row a column", () => {
    const rows = diagnoseColumns(prepareMatrix(customers, { columns })).objects() as Record<string, unknown>[];
    expect(
      rows.map(({ column, nearest, variance_inflation, distinct_values, commonest_share }) => {
        return [column, nearest, variance_inflation, distinct_values, commonest_share];
      }),
    ).toEqual([
      ["x", "twice", Infinity, 5, 0.2],
      ["twice", "x", Infinity, 5, 0.2],
      ["other", "x", expect.closeTo(1 / (1 - correlation ** 2), 9), 3, 0.6],
    ]);
    expect(rows[0]!.r).toBeCloseTo(1, 12);
    expect(rows[2]!.r).toBeCloseTo(correlation, 12);
    expect(rows[0]!.skew_before).toBeCloseTo(rows[0]!.skew_after as number, 9);
  });

  it("leaves out what it cannot tell", () => {
    const one = diagnoseColumns(prepareMatrix(customers.slice(0, 3).reify(), { columns: ["x"] })).objects()[0];
    expect(one).toMatchObject({ nearest: null, r: null, variance_inflation: 1 });
    const few = diagnoseColumns(prepareMatrix(customers.slice(0, 2).reify(), { columns: ["x", "twice"] }));
    expect(few.array("variance_inflation")).toEqual([null, null]);
    expect(few.array("skew_after")).toEqual([null, null]);
  });

  // by hand: the products of the deviations from 4 and 3.8 sum to -6, their squares to 50 and 18.8
  const correlation = -6 / Math.sqrt(50 * 18.8);
});

describe("atoms", () => {
  const many = createMatrix(
    Array.from({ length: 20 }, (_, i) => [i, i % 3, i < 5 ? -1 : i]),
    ["spread", "three", "spike"],
  );

  it("are columns with few values or a value that many share, the largest share first", () => {
    expect(atoms(many)).toEqual([
      { column: "three", distinct: 3, value: 0, share: 0.35 },
      { column: "spike", distinct: 16, value: -1, share: 0.25 },
    ]);
    expect(atoms(many, { distinct: 2, share: 0.3 }).map(({ column }) => column)).toEqual(["three"]);
    expect(atoms(many, { distinct: 1, share: 0.5 })).toEqual([]);
  });

  it("are not found with a share above 1", () => {
    expect(() => atoms(many, { share: 20 })).toThrow("share is 20; give a number from 0 to 1");
  });
});
