import { SegmentLabError } from "../core/errors.js";
import { type Dialect, duckdb } from "../features/dialect.js";
import { grainRelations } from "../features/grains.js";
import type { Sales } from "../sales/open-sales.js";
import { checkDay } from "./check-day.js";
import type { PurchaseHistory } from "./purchase-model.js";
import type { ValueHistory } from "./value-model.js";

/** What the models of purchases and of order values need to know of each customer. */
export interface PurchaseSummary extends PurchaseHistory, ValueHistory {
  /** yyyy-mm-dd: what happened on this day or later does not count. */
  readonly asOf: string;
  /** Ids in ascending order, one a row of the columns. */
  readonly customers: readonly string[];
}

/**
 * Sums up each customer's purchase days before a cut-off. Several orders on a day are one event; the value of a day is
 * net of the returns matched to it by then. Age runs from the first purchase in the file, so that of customers who
 * were there before the file begins is too short.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `asOf`: the cut-off, yyyy-mm-dd; midnight after the file's last transaction unless given
 * @returns one entry a customer with a purchase before the cut-off, in ascending order of their ids
 * @throws SegmentLabError `bad-option` for what is no day, or when nothing was sold before it
 * @example
 * const summary = await purchaseSummary(sales, { asOf: "2011-09-01" });
 */
export async function purchaseSummary(
  sales: Pick<Sales, "asOf" | "database">,
  options: { readonly asOf?: string } = {},
): Promise<PurchaseSummary> {
  const asOf = checkDay("asOf", options.asOf ?? sales.asOf);
  const columns = await sales.database.columns(summaryQuery(asOf, duckdb));
  if (columns.customer!.length === 0)
    throw new SegmentLabError("bad-option", `nothing was sold before ${asOf}; choose a later asOf`);
  const numbers = (name: string): Float64Array => Float64Array.from(columns[name] as number[]);
  return {
    asOf,
    customers: columns.customer as string[],
    frequency: numbers("frequency"),
    recencyDays: numbers("recency_days"),
    ageDays: numbers("age_days"),
    logGaps: numbers("log_gaps"),
    valuedDays: numbers("valued_days"),
    meanDayValue: numbers("mean_day_value"),
  };
}

function summaryQuery(asOf: string, { relation, daysBetween, wholeNumber }: Dialect): string {
  return `WITH ${grainRelations(["purchase"], asOf, duckdb).join(",\n")},
    ${relation("purchase_day", "SELECT customer, day, CAST(sum(CAST(net AS DECIMAL(18, 3))) AS DECIMAL(18, 3)) AS net FROM purchase GROUP BY customer, day", false)},
    ${relation("event", `SELECT customer, day, net, ${daysBetween("lag(day) OVER (PARTITION BY customer ORDER BY day)", "day")} AS gap FROM purchase_day`, false)}
    SELECT CAST(customer AS VARCHAR) AS customer, count(*) - 1 AS frequency,
      ${daysBetween("min(day)", "max(day)")} AS recency_days,
      -- the days after the first one on which they could have come back
      ${daysBetween("min(day)", `DATE '${asOf}'`)} - 1 AS age_days,
      -- in the order of days, which fixes the last digits
      coalesce(sum(ln(gap) ORDER BY day), 0) AS log_gaps,
      count(*) FILTER (WHERE net > 0) AS valued_days,
      coalesce(CAST(sum(net) FILTER (WHERE net > 0) AS DOUBLE) / count(*) FILTER (WHERE net > 0), 0) AS mean_day_value
    FROM event GROUP BY customer
    ORDER BY ${wholeNumber("customer")} NULLS LAST, customer`;
}
