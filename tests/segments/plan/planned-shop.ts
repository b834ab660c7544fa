import { table } from "arquero";
import { createRandom } from "../../../src/core/random.js";
import { rfmSegments } from "../../../src/features/rfm/rfm-segments.js";
import { expectedOrderValue } from "../../../src/prediction/expected-order-value.js";
import { probabilityOfPurchase } from "../../../src/prediction/probability-of-purchase.js";
import type { PurchaseForecast } from "../../../src/prediction/purchase-forecast.js";
import { nameSegments } from "../../../src/segments/name-segments.js";
import type { PlanInput } from "../../../src/segments/plan/plan-input.js";
import { profileColumns, profileSegments } from "../../../src/segments/profile-segments.js";

/** What each customer of a made shop did. */
export interface MadeCustomer {
  readonly id: string;
  readonly orders: number;
  readonly recencyDays: number;
  readonly orderValue: number;
  readonly cluster: number;
  /** False for a customer that the forecast does not know. */
  readonly hasHistory?: boolean;
}

/** Draws customers of a few clusters; the last cluster may be noise, and some have no history. */
export function madeCustomers(count: number, seed: number): MadeCustomer[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: `zq-${i}`,
    orders: 1 + random.integer(random.next() < 0.5 ? 2 : 20),
    recencyDays: 1 + random.integer(600),
    orderValue: 10 + Math.round(90_000 * random.next() ** 4) / 100,
    cluster: random.integer(4) - (random.next() < 0.1 ? 1 : 0),
    hasHistory: random.next() > 0.05,
  }));
}

/** A plan's input of such customers, in their order. */
export function planInput(customers: readonly MadeCustomer[]): PlanInput {
  const zeros = Object.fromEntries(profileColumns.map((name) => [name, customers.map(() => 0)]));
  const shop = rfmSegments(
    table({
      ...zeros,
      customer: customers.map(({ id }) => id),
      recency_days: customers.map(({ recencyDays }) => recencyDays),
      orders: customers.map(({ orders }) => orders),
      net_revenue: customers.map(({ orders, orderValue }) => orders * orderValue),
      revenue_per_order: customers.map(({ orderValue }) => orderValue),
      one_time: customers.map(({ orders }) => Number(orders === 1)),
      newcomer: customers.map(({ orders, recencyDays }) => Number(orders === 1 && recencyDays <= 90)),
    }),
  );
  const labels = Int32Array.from(customers, ({ cluster }) => cluster);
  const segments = nameSegments(profileSegments(shop, labels));
  return { customers: shop, labels, segments, forecast: madeForecast(customers), currency: "GBP" };
}

/** A forecast with parameters that nobody fitted. */
function madeForecast(customers: readonly MadeCustomer[]): PurchaseForecast {
  const known = customers.filter(({ hasHistory = true }) => hasHistory).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const column = (of: (one: MadeCustomer) => number): Float64Array => Float64Array.from(known, of);
  const summary = {
    asOf: "2011-12-10",
    customers: known.map(({ id }) => id),
    frequency: column(({ orders }) => orders - 1),
    recencyDays: column(({ orders, recencyDays }) => (orders === 1 ? 0 : 700 - recencyDays)),
    ageDays: column(({ orders, recencyDays }) => (orders === 1 ? recencyDays - 1 : 699)),
    logGaps: column(() => 0),
    valuedDays: column(({ orders }) => orders),
    meanDayValue: column(({ orderValue }) => orderValue),
  };
  const purchases = {
    model: { name: "MBG/CNBD-k", k: 2, leavesAtFirst: true },
    parameters: { r: 0.9, alpha: 40, a: 0.7, b: 2.5 },
    standardErrors: { r: Number.NaN, alpha: Number.NaN, a: Number.NaN, b: Number.NaN },
    logLikelihood: 0,
    logCovariance: null,
    customers: known.length,
    converged: true,
  } as const;
  const values = {
    parameters: { p: 3, q: 4, gamma: 200 },
    standardErrors: { p: Number.NaN, q: Number.NaN, gamma: Number.NaN },
    logLikelihood: 0,
    logCovariance: null,
    customers: known.length,
    converged: true,
  };
  return {
    asOf: summary.asOf,
    horizonDays: 90,
    season: { factor: 0.8, years: 2 },
    summary,
    purchases,
    values,
    probability: probabilityOfPurchase(purchases, summary, 90, 0.8),
    orderValue: expectedOrderValue(values, summary),
  };
}
