import type { ColumnTable } from "arquero";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { nearCopies } from "../../src/features/catalogue/near-copies.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

/** Pearson's r over the customers that have both values; NaN where one of them is constant there. */
function correlation(a: Float64Array, b: Float64Array): number {
  const both = [...a.keys()].filter((i) => !Number.isNaN(a[i]!) && !Number.isNaN(b[i]!));
  const mean = (x: Float64Array) => both.reduce((sum, i) => sum + x[i]!, 0) / both.length;
  const [centreA, centreB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const i of both) {
    ab += (a[i]! - centreA) * (b[i]! - centreB);
    aa += (a[i]! - centreA) ** 2;
    bb += (b[i]! - centreB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe.skipIf(!hasRealData)("the catalogue on Online Retail II", () => {
  let sales: Sales;
  let customers: ColumnTable;
  const workspace = scratchWorkspace();
  const numeric = featureCatalogue.filter(({ unit }) => unit !== "text").map(({ name }) => name);
  const columns = new Map<string, Float64Array>();
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
    customers = await buildFeatures(sales);
    for (const name of numeric) {
      const values = customers.array(name) as (number | null)[];
      columns.set(
        name,
        Float64Array.from(values, (value) => value ?? Number.NaN),
      );
    }
  });
  afterAll(() => sales.close());

  it("keeps to its ranges, is null only where it says so, and knows no minus nought", () => {
    for (const { name, range, missing, unit } of featureCatalogue) {
      const values = customers.array(name) as (number | string | null)[];
      const given = values.filter((value) => value !== null);
      expect(given.length > 0, name).toBe(true);
      expect([name, missing === undefined && given.length < values.length]).toEqual([name, false]);
      if (unit === "text") expect(given.filter((value) => typeof value !== "string")).toEqual([]);
      else {
        const [min, max] = [range.min ?? Number.NEGATIVE_INFINITY, range.max ?? Number.POSITIVE_INFINITY];
        const outside = given.filter((x) => !(typeof x === "number" && Number.isFinite(x) && x >= min && x <= max));
        expect([name, outside, given.some((x) => Object.is(x, -0))]).toEqual([name, [], false]);
      }
    }
  });

  it("has no two features that are equal or affine, and gives a reason for every two that nearly are", () => {
    const near: string[][] = [];
    for (const [i, a] of numeric.entries()) {
      for (const b of numeric.slice(i + 1)) {
        const r = Math.abs(correlation(columns.get(a)!, columns.get(b)!));
        expect(Number.isNaN(r) || r < 1 - 1e-9, `${a} and ${b}`).toBe(true);
        if (r > 0.98) near.push([a, b]);
      }
    }
    expect(near).toEqual(nearCopies.map(({ features }) => [...features]));
  });

  it("has no feature that is the sum or the difference of two others", () => {
    const found: string[] = [];
    const isSum = (a: Float64Array, b: Float64Array, c: Float64Array) => {
      let compared = 0;
      for (let i = 0; i < a.length; i++) {
        if (Number.isNaN(a[i]! + b[i]! + c[i]!)) continue;
        if (!isNear(a[i]!, b[i]! + c[i]!)) return false;
        compared++;
      }
      return compared > 0;
    };
    // a difference is a sum seen from another side
    for (const a of numeric)
      for (const [i, b] of numeric.entries())
        for (const c of numeric.slice(i + 1))
          if (a !== b && a !== c && isSum(columns.get(a)!, columns.get(b)!, columns.get(c)!))
            found.push(`${a} = ${b} + ${c}`);
    expect(found).toEqual([]);
  });

  it("gives the identical table from cleaned sales that were shuffled and numbered anew, on one thread", async () => {
    await sales.database.run(`CREATE TABLE shuffled AS
      SELECT * REPLACE (row_number() OVER (ORDER BY hash("row", 7)) AS "row"), "row" AS was FROM rows`);
    await sales.database.run(`CREATE OR REPLACE TABLE return_matches AS
      SELECT r."row" AS return_row, l."row" AS line_row, m.units FROM return_matches m
        JOIN shuffled r ON r.was = m.return_row JOIN shuffled l ON l.was = m.line_row ORDER BY hash(m.line_row)`);
    await sales.database.run("DROP VIEW rows");
    await sales.database.run('CREATE TABLE rows AS SELECT * EXCLUDE (was) FROM shuffled ORDER BY "row"');
    await sales.database.run("DROP TABLE shuffled");
    await sales.database.run("SET threads = 1");
    const again = await buildFeatures(sales);
    for (const name of customers.columnNames()) {
      const [before, after] = [customers.array(name), again.array(name)];
      expect([name, [...before.keys()].filter((i) => !Object.is(before[i], after[i]))]).toEqual([name, []]);
    }
  });
});
