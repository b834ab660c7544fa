import type { ColumnTable } from "arquero";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { customerQuery, sqlOf } from "../../src/features/catalogue-query.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const rowsOf = (table: ColumnTable) => table.objects({ limit: Number.POSITIVE_INFINITY }) as Record<string, unknown>[];

describe("the features of the synthetic shop", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  let whole: ColumnTable;
  beforeAll(async () => {
    sales = await openSales({ data: "sample", workspace });
    whole = await buildFeatures(sales);
  });
  afterAll(() => sales.close());

  it("are one column an entry of the catalogue, after the customer's id", () => {
    expect(whole.columnNames().toSorted()).toEqual(
      ["customer", ...featureCatalogue.map(({ name }) => name)].toSorted(),
    );
    expect(whole.columnNames().slice(0, 4)).toEqual(["customer", "recency_days", "orders", "net_revenue"]);
  });

  it("are the same where only one is asked for", async () => {
    for (const { name } of featureCatalogue) {
      const one = await buildFeatures(sales, { columns: [name] });
      expect(one.columnNames()).toEqual(["customer", name]);
      expect(one.array("customer")).toEqual(whole.array("customer"));
      expect(one.array(name), name).toEqual(whole.array(name));
    }
  });

  it("come in the order in which they were asked for, each once", async () => {
    const columns = ["rfm_score", "orders", "customer", "rfm_score", "gap_cv"];
    expect((await buildFeatures(sales, { columns })).columnNames()).toEqual([
      "customer",
      "rfm_score",
      "orders",
      "gap_cv",
    ]);
    expect((await buildFeatures(sales, { columns: [] })).columnNames()).toEqual(["customer"]);
  });

  it("are refused where there is none of the name, with those that may be meant", async () => {
    await expect(buildFeatures(sales, { columns: ["orders", "overdue_ration"] })).rejects.toThrow(
      'no feature "overdue_ration"; did you mean overdue_ratio?',
    );
    await expect(buildFeatures(sales, { columns: ["zodiac"] })).rejects.toThrow(
      'no feature "zodiac"; featureCatalogue lists them all',
    );
  });

  it("are refused for a day that the calendar does not have", async () => {
    await expect(buildFeatures(sales, { asOf: "2011-02-30" })).rejects.toThrow(
      'asOf "2011-02-30" is not a day as 2011-12-31',
    );
  });

  it("do not mix where several days are asked for at once", async () => {
    const days = ["2010-06-01", "2011-01-01", "2011-06-01"];
    const together = await Promise.all(days.map((asOf) => buildFeatures(sales, { asOf })));
    for (const [i, asOf] of days.entries())
      expect(rowsOf(together[i]!)).toEqual(rowsOf(await buildFeatures(sales, { asOf })));
  });

  it("have RFM scores that the catalogue's SQL gives too", async () => {
    const names = ["recency_days", "orders", "net_revenue"];
    let sql = customerQuery(names, sales.asOf);
    const scores = featureCatalogue.filter(({ grain }) => grain === "score");
    for (const score of scores) sql = `SELECT *, ${sqlOf(score)} AS ${score.name} FROM (${sql})`;
    const table = await sales.query(`SELECT * FROM (${sql}) ORDER BY CAST(customer AS BIGINT)`);
    expect(table.array("customer")).toEqual(whole.array("customer"));
    for (const { name } of scores) expect(table.array(name), name).toEqual(whole.array(name));
  });
});
