import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nearestNames } from "../../src/core/nearest-names.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { cataloguePage } from "../../src/features/catalogue-page.js";
import { customerQuery, sqlOf } from "../../src/features/catalogue-query.js";
import type { Dialect } from "../../src/features/dialect.js";
import type { Target } from "../../src/features/feature.js";

const readText = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The catalogue of reference/features.md, word by word. */
const reference = {
  Value:
    "net_revenue gross_revenue return_rate revenue_per_order median_order_value max_order_value min_order_value order_value_cv revenue_last_90d revenue_previous_90d revenue_trend price_per_unit price_spread",
  Cadence:
    "recency_days tenure_days orders active_months orders_per_month median_gap_days gap_cv expected_gap_days overdue_ratio orders_last_90d orders_previous_90d activity_share one_time newcomer",
  Basket:
    "units units_per_order lines_per_order unique_products products_per_order product_entropy top_product_share repeat_product_share max_order_units bulk_share basket_size_cv median_lines",
  Time: "preferred_hour hour_concentration preferred_weekday weekday_entropy weekend_share morning_share evening_share quarter_concentration q4_share first_month",
  "Place and returns": "country domestic cancelled_order_share days_to_return unmatched_returns",
  RFM: "r_score f_score m_score rfm_score rfm_segment",
};

describe("the catalogue of features", () => {
  it("has the 59 entries of the reference, group by group", () => {
    for (const [group, names] of Object.entries(reference))
      expect(featureCatalogue.filter((feature) => feature.group === group).map(({ name }) => name)).toEqual(
        names.split(" "),
      );
    expect(featureCatalogue).toHaveLength(59);
  });

  it("says of each what it is, in which bounds, and what it gives away", () => {
    const order: readonly Target[] = ["recency", "frequency", "value"];
    for (const feature of featureCatalogue) {
      const { name, definition, range, tells, unit, missing } = feature;
      expect(definition.length, name).toBeGreaterThan(10);
      expect(sqlOf(feature).length, name).toBeGreaterThan(5);
      expect(tells, name).toEqual(order.filter((target) => tells.includes(target)));
      if (unit === "text") expect(range, name).toEqual({ min: null, max: null });
      if (unit === "share" || unit === "0/1") expect([range.min! >= 0, range.max], name).toEqual([true, 1]);
      if (missing !== undefined) expect(missing.length, name).toBeGreaterThan(8);
    }
  });

  it("says what each tells as measured, and by definition where a tree is too coarse to see it", () => {
    const { r2 } = JSON.parse(readText("../golden/tells.json")) as {
      r2: Record<string, Record<Target, number>>;
    };
    // a newcomer has one order, at most 90 days ago
    const byDefinition: Record<string, readonly Target[]> = { newcomer: ["recency", "frequency"] };
    expect(Object.keys(r2).toSorted()).toEqual(featureCatalogue.map(({ name }) => name).toSorted());
    for (const { name, tells } of featureCatalogue) {
      const expected = Object.entries(r2[name]!)
        .filter(([target, value]) => value >= 0.3 || byDefinition[name]?.includes(target as Target))
        .map(([target]) => target);
      expect([name, tells]).toEqual([name, expected]);
    }
  });

  it("leaves what engines write differently to the dialect: the rest is standard SQL", () => {
    const words: Dialect = {
      relation: (name, sql) => `${name} AS (${sql})`,
      daysBetween: (from, to) => `dialect(${from}, ${to})`,
      isoWeekday: (date) => `dialect(${date})`,
      yearMonth: (date) => `dialect(${date})`,
      wholeNumber: (text) => `dialect(${text})`,
      median: (value) => `dialect(${value})`,
      quantile: (value) => `dialect(${value})`,
      firstBy: (value, keys) => `dialect(${[value, ...keys].join(", ")})`,
    };
    const computed = featureCatalogue.filter(({ grain }) => grain !== "score").map(({ name }) => name);
    const scores = featureCatalogue.filter(({ grain }) => grain === "score").map((entry) => sqlOf(entry, words));
    const sql = [customerQuery(computed, "2011-12-10", words), ...scores].join("\n");
    const functions = new Set([...sql.matchAll(/\b([a-z_]\w*)\(/g)].map(([, name]) => name));
    // in DuckDB and Spark alike: aggregates, windows, numbers, and choices between values
    const standard =
      "sum count min max rank lag extract sqrt ln round floor ceil cos sin radians atan2 pi coalesce nullif greatest least concat";
    expect([...functions].filter((name) => !standard.split(" ").includes(name!))).toEqual(["dialect"]);
    expect(sql).not.toMatch(/::|\/\/|\bQUALIFY\b|\bEXCLUDE\b|\bGROUP BY ALL\b|\bMATERIALIZED\b|"/);
  });

  it("computes no more than it is asked for", () => {
    const relations = (names: string[]) =>
      [...customerQuery(names, "2011-12-10").matchAll(/(\w+) AS (?:NOT )?MATERIALIZED/g)].map(([, name]) => name);
    expect(relations(["orders"])).toEqual(["moment", "line", "undone", "purchase"]);
    expect(relations(["gap_cv"])).toEqual(["moment", "line", "undone", "purchase", "gap"]);
    expect(relations(["unmatched_returns"])).toEqual(["moment", "line", "undone", "returned", "purchase"]);
  });

  it("is the page docs/features.md (npm run docs writes it anew)", () => {
    expect(readText("../../docs/features.md")).toBe(cataloguePage());
  });

  it("has names near enough to be found by a slip of the hand", () => {
    const names = featureCatalogue.map(({ name }) => name);
    expect(nearestNames("recency", names)).toEqual(["recency_days"]);
    expect(nearestNames("net_revenu", names)[0]).toBe("net_revenue");
    expect(nearestNames("zzz", names)).toEqual([]);
  });
});
