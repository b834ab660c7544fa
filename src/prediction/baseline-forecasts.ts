import { addDays } from "../core/add-days.js";
import { buildFeatures } from "../features/build-features.js";
import { customerColumn } from "../features/rfm/customer-column.js";
import type { Sales } from "../sales/open-sales.js";
import { purchaseDays } from "./purchase-days.js";
import type { PurchaseSummary } from "./purchase-summary.js";
import { yearDays } from "./season-factor.js";

/** A forecast that needs no model. */
export interface BaselineForecast {
  readonly method: string;
  /** Purchase days, one number a customer. */
  readonly orders: Float64Array;
}

/**
 * What a model has to beat, from what came before the cut-off alone: the last period repeats itself; each customer does
 * what the customers of the same RFM segment did in the last period; the same days a year earlier repeat themselves.
 *
 * @param summary who the customers are, and the cut-off
 * @param firstDay yyyy-mm-dd, where the file begins: a baseline that would reach further back is left out
 */
export async function baselineForecasts(
  sales: Sales,
  { asOf, customers }: PurchaseSummary,
  horizonDays: number,
  firstDay: string,
): Promise<BaselineForecast[]> {
  const lastPeriod = addDays(asOf, -horizonDays);
  const lastYear = addDays(asOf, -yearDays);
  const forecasts: BaselineForecast[] = [];
  const last = await purchaseDays(sales, customers, lastPeriod, asOf);
  forecasts.push({ method: "last period repeats", orders: last });
  if (firstDay < lastPeriod)
    forecasts.push({ method: "segment mean", orders: await segmentMeans(sales, asOf, lastPeriod, customers, last) });
  if (firstDay <= lastYear) {
    const orders = await purchaseDays(sales, customers, lastYear, addDays(lastYear, horizonDays));
    forecasts.push({ method: "same days a year before", orders });
  }
  return forecasts;
}

async function segmentMeans(
  sales: Sales,
  asOf: string,
  lastPeriod: string,
  customers: readonly string[],
  last: Float64Array,
): Promise<Float64Array> {
  const [then, now] = [await segmentsAt(sales, lastPeriod), await segmentsAt(sales, asOf)];
  const sums = new Map<string, { orders: number; customers: number }>();
  let [orders, known] = [0, 0];
  customers.forEach((customer, i) => {
    const segment = then.get(customer);
    // newcomers of the last period had no segment before it
    if (segment === undefined) return;
    const sum = sums.get(segment) ?? { orders: 0, customers: 0 };
    sums.set(segment, { orders: sum.orders + last[i]!, customers: sum.customers + 1 });
    orders += last[i]!;
    known++;
  });
  return Float64Array.from(customers, (customer) => {
    const own = sums.get(now.get(customer) ?? "");
    return own ? own.orders / own.customers : orders / known;
  });
}

async function segmentsAt(sales: Sales, asOf: string): Promise<Map<string, string>> {
  const table = await buildFeatures(sales, { asOf, columns: ["rfm_segment"] });
  const segments = customerColumn<string>(table, "rfm_segment", "buildFeatures");
  return new Map(
    customerColumn<unknown>(table, "customer", "buildFeatures").map((id, i) => [String(id), segments[i]!]),
  );
}
