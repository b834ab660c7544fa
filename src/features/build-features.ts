import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../core/errors.js";
import { nearestNames } from "../core/nearest-names.js";
import type { Sales } from "../sales/open-sales.js";
import { featureCatalogue } from "./catalogue.js";
import { customerQuery } from "./catalogue-query.js";
import type { ShopFacts } from "./known-shop.js";
import { addRfm } from "./rfm/add-rfm.js";

/** What `buildFeatures` takes. */
export interface FeatureOptions {
  /** Reference day, yyyy-mm-dd: only what happened before it counts; midnight after the file's last transaction. */
  readonly asOf?: string;
  /** Which features, in which order; the whole catalogue where left out. What they do not need is not computed. */
  readonly columns?: readonly string[];
  /** What holds for the whole shop, as `shopFacts` found it earlier: a model's new customers are told by its own shop. */
  readonly shop?: ShopFacts;
}

/** The columns that open the whole table, before those of the catalogue's groups. */
const leading = ["recency_days", "orders", "net_revenue"];

/**
 * Turns sales into one row a customer: `customer` and the features of the catalogue, RFM scores among them.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `asOf`, the reference day; `columns`, the names of the features that are wanted; `shop`, facts kept from
 * earlier
 * @returns an arquero table, customers with at least one sales line before `asOf`, in ascending order of their ids
 * @throws SegmentLabError `bad-option` for a column that is no feature, or when nothing was sold before `asOf`
 * @example
 * const customers = await buildFeatures(sales, { asOf: "2011-09-01", columns: ["orders", "overdue_ratio"] });
 */
export async function buildFeatures(sales: Sales, options: FeatureOptions = {}): Promise<ColumnTable> {
  const asOf = options.asOf ?? sales.asOf;
  if (!isDay(asOf)) throw new SegmentLabError("bad-option", `asOf "${asOf}" is not a day as 2011-12-31`);
  const names = options.columns === undefined ? wholeTable() : namesOf(options.columns);
  const scores = featureCatalogue.filter(({ grain, name }) => grain === "score" && names.includes(name));
  const computed = names.filter((name) => !scores.some((score) => score.name === name));
  const columns = [...new Set([...computed, ...(scores.length > 0 ? leading : [])])];
  const table = await sales.database.table(customerQuery(columns, asOf, undefined, options.shop));
  if (table.numRows() === 0)
    throw new SegmentLabError("bad-option", `nothing was sold before ${asOf}; choose a later asOf`);
  const scored = scores.length > 0 ? addRfm(table) : table;
  return scored.select("customer", ...names);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
}

function wholeTable(): string[] {
  const names = featureCatalogue.map(({ name }) => name);
  return [...leading, ...names.filter((name) => !leading.includes(name))];
}

function namesOf(columns: readonly string[]): string[] {
  const known = featureCatalogue.map(({ name }) => name);
  for (const column of columns) {
    if (known.includes(column) || column === "customer") continue;
    const near = nearestNames(column, known);
    const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "featureCatalogue lists them all";
    throw new SegmentLabError("bad-option", `no feature "${column}"; ${hint}`);
  }
  return [...new Set(columns)].filter((column) => column !== "customer");
}
