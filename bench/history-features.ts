import { median as middle } from "simple-statistics";
import { historyDays, isAtWeekend, isInSeason, type PurchasedOrder } from "./purchase-history.js";

/** A customer's row of features, but for the gap, which takes the shop's median too. */
export type HistoryFeatures = Readonly<Record<string, number | null>>;

/**
 * Computes the features that `rfm-plus` clusters from purchase histories, by the catalogue's definitions.
 *
 * @param histories one a customer, at least one order each
 * @returns one row a customer
 */
export function historyFeatures(histories: readonly (readonly PurchasedOrder[])[]): HistoryFeatures[] {
  const gaps = histories.map(medianGap);
  const usual = median(gaps.filter((gap): gap is number => gap !== null)) ?? 0;
  return histories.map((orders, i) => {
    const n = orders.length;
    return { ...ofCustomer(orders), expected_gap_days: ((n - 1) * (gaps[i] ?? 0) + 3 * usual) / (n + 2) };
  });
}

function ofCustomer(orders: readonly PurchasedOrder[]): HistoryFeatures {
  const n = orders.length;
  const shareOf = (is: (day: number) => boolean) => orders.filter(({ day }) => is(day)).length / n;
  const byProduct = new Map<number, number>();
  let [gross, net, units, back, lines, again] = [0, 0, 0, 0, 0, 0];
  for (const order of orders) {
    const known = new Set(byProduct.keys());
    for (const line of order.lines) {
      const value = line.units * line.price;
      lines++;
      gross += value;
      units += line.units;
      if (line.isReturned) back += line.units;
      else net += value;
      if (known.has(line.product)) again++;
      byProduct.set(line.product, (byProduct.get(line.product) ?? 0) + value);
    }
  }
  return {
    recency_days: historyDays - orders.at(-1)!.day,
    orders: n,
    net_revenue: net,
    revenue_per_order: net / n,
    lines_per_order: lines / n,
    units_per_order: units / n,
    product_entropy: evenness([...byProduct.values()]),
    repeat_product_share: again / lines,
    price_per_unit: gross / units,
    return_rate: back / units,
    weekend_share: shareOf(isAtWeekend),
    q4_share: shareOf(isInSeason),
  };
}

/** Shannon entropy over its largest possible value. */
function evenness(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  const entropy = values.reduce((total, value) => total - (value / sum) * Math.log(value / sum), 0);
  return Math.min(1, entropy / Math.log(values.length));
}

function medianGap(orders: readonly PurchasedOrder[]): number | null {
  return median(orders.slice(1).map(({ day }, i) => day - orders[i]!.day));
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : middle([...values]);
}
