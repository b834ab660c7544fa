import { duckdb } from "../features/dialect.js";
import { grainRelations } from "../features/grains.js";
import type { Sales } from "../sales/open-sales.js";

/** What customers bought in a stretch of days, a column each in the order of the customers asked for. */
export interface PurchasesBetween {
  /** Days with a purchase. */
  readonly days: Float64Array;
  /** Of these, days whose net value is above 0, and their sum in the file's currency. */
  readonly valuedDays: Float64Array;
  readonly netValue: Float64Array;
}

/**
 * Counts the purchase days of some customers from a day to the one before another; returns count that came before that.
 *
 * @param customers ids; who bought nothing has noughts
 * @param from yyyy-mm-dd, the first day
 * @param to yyyy-mm-dd, the day after the last
 */
export async function purchasesBetween(
  sales: Pick<Sales, "database">,
  customers: readonly string[],
  from: string,
  to: string,
): Promise<PurchasesBetween> {
  const rows = await sales.database.rows<{ customer: string; days: number; valued: number; net: number }>(
    `WITH ${grainRelations(["purchase"], to, duckdb).join(",\n")}
    SELECT CAST(customer AS VARCHAR) AS customer, count(*) AS days, count(*) FILTER (WHERE net > 0) AS valued,
      CAST(coalesce(sum(net) FILTER (WHERE net > 0), 0) AS DOUBLE) AS net
    FROM (SELECT customer, day, CAST(sum(CAST(net AS DECIMAL(18, 3))) AS DECIMAL(18, 3)) AS net
      FROM purchase WHERE day >= CAST($1 AS DATE) GROUP BY customer, day) d
    GROUP BY customer`,
    [from],
  );
  const found = new Map(rows.map((row) => [row.customer, row]));
  const column = (name: "days" | "valued" | "net"): Float64Array =>
    Float64Array.from(customers, (customer) => found.get(customer)?.[name] ?? 0);
  return { days: column("days"), valuedDays: column("valued"), netValue: column("net") };
}
