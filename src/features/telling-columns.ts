import type { SalesColumn } from "../sales/column-aliases.js";
import type { Sales } from "../sales/open-sales.js";
import { sqlOf, withNeeds } from "./catalogue-query.js";
import type { Grain } from "./feature.js";

/** The columns of a file that it may lack and that features are then silent or wrong without. */
export const tellingColumns = ["invoice", "sku", "quantity", "country", "time"] as const satisfies SalesColumn[];

/** A column that a file may lack; `time` stands for the time of day. */
export type TellingColumn = (typeof tellingColumns)[number];

/** What each grain is made of beside customer, date and amount. */
const ofGrain: Readonly<Record<Grain, readonly TellingColumn[]>> = {
  line: [],
  purchase: ["invoice"],
  gap: ["invoice"],
  basket: ["sku", "invoice"],
  tariff: ["quantity"],
  weekday: ["invoice"],
  home: ["country", "invoice"],
  booking: [],
  undone: ["sku", "quantity"],
  comeback: ["sku", "quantity"],
  returned: ["sku"],
  customer: [],
  score: [],
};

/** Words of an expression that ask for more than its grain. */
const ofWord: Readonly<Record<string, readonly TellingColumn[]>> = {
  units: ["quantity"],
  shop_bulk_units: ["quantity"],
  shop_country: ["country"],
  // returns are matched with their order product by product, unit by unit
  is_returned: ["sku", "quantity"],
  net: ["sku", "quantity"],
  hour: ["time"],
};

/** What sees orders and is the same however lines are put together to orders. */
const ofAnyOrders: readonly string[] = [
  ...["recency_days", "tenure_days", "active_months", "activity_share", "first_month"],
  ...["gross_revenue", "units", "price_per_unit"],
];

/** Which columns of a file a feature is made of, of those that a file may lack. */
export function columnsBehind(feature: string): TellingColumn[] {
  const entries = withNeeds([feature]);
  const words = entries.flatMap((entry) => sqlOf(entry).match(/\w+/g) ?? []);
  const found = new Set([
    ...entries.flatMap(({ grain, name }) => (ofAnyOrders.includes(name) ? [] : ofGrain[grain])),
    ...words.flatMap((word) => (Object.hasOwn(ofWord, word) ? ofWord[word]! : [])),
  ]);
  return tellingColumns.filter((column) => found.has(column));
}

/** Which of these columns sales have: there is one in the file and it says something. */
export async function columnsTold(sales: Sales): Promise<TellingColumn[]> {
  const [told] = await sales.rows<{ sku: number; country: number; time: number }>(
    `SELECT count(sku) AS sku, count(country) AS country,
      count(*) FILTER (WHERE invoiced_at <> CAST(invoiced_at AS DATE)) AS "time" FROM lines`,
  );
  const has = (column: TellingColumn): boolean => {
    if (column === "sku" || column === "country" || column === "time") return told![column] > 0;
    return sales.columns.some((part) => part.startsWith(`${column} = `));
  };
  return tellingColumns.filter(has);
}
