import type { Sales } from "../sales/open-sales.js";
import { duckdb } from "./dialect.js";
import { grainRelations } from "./grains.js";
import type { ShopFacts } from "./known-shop.js";

/**
 * Finds what features take from the whole shop, to be kept beside a model: a few new customers would not tell it.
 *
 * @param sales cleaned sales
 * @param asOf yyyy-mm-dd: what happened on this day or later does not count; the file's end where left out
 * @returns plain data, part of a saved model
 */
export async function shopFacts(sales: Sales, asOf: string = sales.asOf): Promise<ShopFacts> {
  const [facts] = await sales.rows<ShopFacts>(`WITH ${grainRelations(["shop"], asOf, duckdb).join(",\n")}
    SELECT shop_median_gap_days AS "medianGapDays", shop_median_order AS "medianOrder",
      shop_bulk_units AS "bulkUnits", shop_country AS country FROM shop`);
  return facts!;
}
