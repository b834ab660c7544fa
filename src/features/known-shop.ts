import { sqlText } from "../core/database.js";

/** What features take from the whole shop; null where its sales do not tell. */
export interface ShopFacts {
  /** Median over customers of their median days between orders. */
  readonly medianGapDays: number | null;
  /** Median net value of an order, in the file's currency. */
  readonly medianOrder: number | null;
  /** The 90th percentile of the units of an order. */
  readonly bulkUnits: number | null;
  /** The country of most orders. */
  readonly country: string | null;
}

/** The relation `shop` of facts that were found earlier, instead of the one that reads these sales. */
export function knownShop({ medianGapDays, medianOrder, bulkUnits, country }: ShopFacts) {
  // text, which the engine reads to the last digit
  const number = (value: number | null) => `CAST(${value === null ? "NULL" : `'${value}'`} AS DOUBLE)`;
  return {
    from: [],
    sql: () => `SELECT ${number(medianGapDays)} AS shop_median_gap_days, ${number(medianOrder)} AS shop_median_order,
      ${number(bulkUnits)} AS shop_bulk_units, CAST(${country === null ? "NULL" : sqlText(country)} AS VARCHAR) AS shop_country`,
  };
}
