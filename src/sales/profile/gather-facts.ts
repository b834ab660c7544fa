import { moneyFormat } from "../../core/money.js";
import { onlineRetailGoods } from "../cleaning/settle-plan.js";
import type { Sales } from "../open-sales.js";
import type { ProfileFacts } from "./finding.js";
import type { SalesCalendar } from "./sales-calendar.js";
import type { TradingDay } from "./trading-day.js";

/** A stretch without a row of more than this many days separates dates that do not belong together. */
const farApart = 365;
/** Where most lines bring the same, the fence would stand on it. */
const leastSpread = 2;

/** Settles what the checks of a profile are measured against. */
export async function gatherFacts(sales: Sales, calendar: SalesCalendar, priceFactor: number): Promise<ProfileFacts> {
  const [found] = await sales.rows<{ low: number; high: number; alike: boolean }>(
    `SELECT CAST(quartiles[1] AS DOUBLE) AS low, CAST(quartiles[2] AS DOUBLE) AS high, alike FROM (
      SELECT quantile_disc(abs(revenue), [0.25, 0.75]) FILTER (WHERE revenue <> 0) AS quartiles,
        coalesce(count(*) FILTER (WHERE regexp_full_match(sku, $1)) >= count(sku) / 2, TRUE) AS alike FROM rows)`,
    [onlineRetailGoods],
  );
  const { low, high, alike } = found!;
  const parameterOf = (name: string) => sales.plan.find(({ rule }) => rule === name)?.parameter;
  // a plan without the rule is profiled as the default one would clean
  const goods = parameterOf("goods") ?? (alike ? onlineRetailGoods : ".*");
  const returns = parameterOf("returns") ?? "C[0-9]+";
  const first = calendar.months[0]!;
  const last = calendar.months.at(-1)!;
  return {
    goods,
    cancelling: returns === "negative" ? null : returns,
    closedWeekdays: calendar.weekdays.flatMap(({ weekday, open }) => (open ? [] : [weekday])).join(""),
    gaps: calendar.gaps,
    afterFirst: first.partial ? monthAfter(first.month) : null,
    fromLast: last.partial ? `${last.month}-01` : null,
    ...bulkOf(calendar.days),
    extreme: high * Math.max(leastSpread, high / low) ** 3,
    money: moneyFormat(sales.currency),
    priceFactor,
  };
}

/** First and last day of the stretch with the most rows, where more than a year without a row lies between stretches. */
function bulkOf(days: readonly TradingDay[]): { earliest: string; latest: string } {
  let bulk = { earliest: days[0]!.date, latest: days[0]!.date, rows: 0 };
  let run = bulk;
  for (const { date, rows } of days) {
    const apart = (Date.parse(date) - Date.parse(run.latest)) / 86_400_000;
    run = apart > farApart ? { earliest: date, latest: date, rows } : { ...run, latest: date, rows: run.rows + rows };
    if (run.rows > bulk.rows) bulk = run;
  }
  return { earliest: bulk.earliest, latest: bulk.latest };
}

function monthAfter(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 10);
}
