import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../core/errors.js";
import type { Sales } from "../sales/open-sales.js";
import { ingredients } from "./catalogue/ingredients.js";
import { featureCatalogue } from "./catalogue.js";
import type { Feature, Grain } from "./feature.js";
import { createGrains } from "./grains.js";
import { addRfm } from "./rfm/add-rfm.js";

/** What `buildFeatures` takes. */
export interface FeatureOptions {
  /** Reference day, yyyy-mm-dd: only what happened before it counts; midnight after the file's last transaction. */
  readonly asOf?: string;
}

/** The columns that open the table, before those of the catalogue's groups. */
const leading = ["recency_days", "orders", "net_revenue"];

/**
 * Turns sales into one row a customer: `customer`, the features of the catalogue and the RFM scores.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `asOf`, the reference day
 * @returns an arquero table, customers with at least one sales line before `asOf`, in ascending order of their ids
 * @throws SegmentLabError `bad-option` when nothing was sold before `asOf`
 * @example
 * const customers = await buildFeatures(sales, { asOf: "2011-09-01" });
 */
export async function buildFeatures(sales: Sales, options: FeatureOptions = {}): Promise<ColumnTable> {
  const asOf = options.asOf ?? sales.asOf;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new SegmentLabError("bad-option", `asOf "${asOf}" is not a day as 2011-12-31`);
  await createGrains(sales.database, asOf);
  const table = await sales.database.table(customerQuery());
  if (table.numRows() === 0)
    throw new SegmentLabError("bad-option", `nothing was sold before ${asOf}; choose a later asOf`);
  return addRfm(table);
}

function customerQuery(): string {
  const all = [...ingredients, ...featureCatalogue];
  const grains = [...new Set(all.map(({ grain }) => grain))].filter((grain) => grain !== "customer");
  const ctes = grains.map((grain) => `of_${grain} AS (${grainQuery(grain, all)})`);
  const joins = grains.map((grain) => `LEFT JOIN of_${grain} USING (customer)`);
  const columns = all.map((feature) => `${outerExpression(feature)} AS ${feature.name}`);
  const names = featureCatalogue.map(({ name }) => name);
  const order = [...leading, ...names.filter((name) => !leading.includes(name))];
  return `WITH ${ctes.join(",\n")},
    customers AS (SELECT DISTINCT customer FROM line),
    -- the joined columns carry a prefix, so that an expression names the finished column
    joined AS (SELECT customers.customer, ${columns.join(",\n")} FROM customers CROSS JOIN shop ${joins.join("\n")})
    SELECT customer, ${order.join(", ")} FROM joined ORDER BY try_cast(customer AS BIGINT) NULLS LAST, customer`;
}

function grainQuery(grain: Grain, features: readonly Feature[]): string {
  const columns = features.filter((feature) => feature.grain === grain).map(({ name, sql }) => `${sql} AS raw_${name}`);
  return `SELECT customer, ${columns.join(", ")} FROM ${grain} GROUP BY customer`;
}

function outerExpression({ grain, name, sql, whenNone }: Feature): string {
  if (grain === "customer") return sql;
  return whenNone === undefined ? `raw_${name}` : `coalesce(raw_${name}, ${whenNone})`;
}
