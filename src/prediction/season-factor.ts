import { addDays } from "../core/add-days.js";
import { SegmentLabError } from "../core/errors.js";
import { checkNumber } from "../features/matrix/check-option.js";
import type { Sales } from "../sales/open-sales.js";
import { checkDay } from "./check-day.js";

/** Days of a year, in whole weeks so that weekdays fall on each other. */
export const yearDays = 364;

/** How much more than an even share of the year falls in the days of a forecast. */
export interface SeasonFactor {
  /** 1 where every part of the year is alike, and where the sales do not reach back a year. */
  readonly factor: number;
  /** Whole years before the cut-off from which it comes; 0 where there is none. */
  readonly years: number;
}

/**
 * The share of a year's purchase days that fell in the same days a year earlier, relative to an even share. The mean
 * over the whole years before the cut-off; what comes later is not looked at.
 *
 * @param sales cleaned sales, as `openSales` gives them
 * @param options `asOf`: the cut-off, yyyy-mm-dd, the file's end unless given; `horizonDays`: days that are looked
 *   ahead, 90 unless given and at most 364
 * @returns the factor and the number of years it rests on
 * @throws SegmentLabError `bad-option`
 */
export async function seasonFactor(
  sales: Pick<Sales, "asOf" | "database">,
  options: { readonly asOf?: string; readonly horizonDays?: number } = {},
): Promise<SeasonFactor> {
  const { horizonDays = 90 } = options;
  const asOf = checkDay("asOf", options.asOf ?? sales.asOf);
  checkNumber("horizonDays", horizonDays, { least: 1, most: yearDays, whole: true });
  const [span] = await sales.database.rows<{ first: string | null }>(
    "SELECT strftime(min(CAST(invoiced_at AS DATE)), '%Y-%m-%d') AS first FROM lines",
  );
  if (span?.first == null || span.first >= asOf)
    throw new SegmentLabError("bad-option", `nothing was sold before ${asOf}; choose a later asOf`);
  const history = (Date.parse(asOf) - Date.parse(span.first)) / 86_400_000;
  const years = Math.floor(history / yearDays);
  const shares: number[] = [];
  for (let year = 1; year <= years; year++) {
    const from = addDays(asOf, -year * yearDays);
    const { days, inWindow } = await yearOf(sales, from, addDays(from, horizonDays), addDays(from, yearDays));
    if (days > 0) shares.push(((inWindow / days) * yearDays) / horizonDays);
  }
  const factor = shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { factor, years: shares.length };
}

/** Purchase days of all customers in a year and in the window that it begins with. */
async function yearOf(
  sales: Pick<Sales, "database">,
  from: string,
  windowEnd: string,
  to: string,
): Promise<{ readonly days: number; readonly inWindow: number }> {
  const [row] = await sales.database.rows<{ days: number; inWindow: number }>(
    `SELECT count(*) AS days, count(*) FILTER (WHERE day < CAST($2 AS DATE)) AS "inWindow"
    FROM (SELECT DISTINCT customer, CAST(ordered_at AS DATE) AS day FROM orders
      WHERE ordered_at >= CAST($1 AS DATE) AND ordered_at < CAST($3 AS DATE) AND customer IS NOT NULL) d`,
    [from, windowEnd, to],
  );
  return row!;
}
