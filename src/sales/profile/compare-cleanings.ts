import type { Sales } from "../open-sales.js";

/** What a customer is worth under two ways of cleaning. */
export interface CleanedTwice {
  readonly customer: string;
  /** Sales lines under the other cleaning, nothing taken off. */
  readonly other: number;
  /** Net of returns under ours. */
  readonly net: number;
}

/**
 * Sets what each customer bought under another cleaning against the net revenue under this one.
 *
 * @param sales the sales to believe
 * @param other the same file under another cleaning, such as `naive`
 * @returns one row a customer, the greatest difference first
 */
export async function compareCleanings(sales: Sales, other: Sales): Promise<CleanedTwice[]> {
  const total = "SELECT customer, CAST(sum(revenue) AS DOUBLE) AS revenue FROM";
  const gross = await other.rows<Total>(`${total} lines GROUP BY customer ORDER BY customer`);
  const net = await sales.rows<Total>(
    `${total} rows WHERE fate IN ('sold', 'returned') GROUP BY customer ORDER BY customer`,
  );
  const known = new Map(net.map(({ customer, revenue }) => [customer, revenue]));
  return gross
    .map(({ customer, revenue }) => ({ customer, other: revenue, net: known.get(customer) ?? 0 }))
    .sort((a, b) => b.other - b.net - (a.other - a.net) || (a.customer < b.customer ? -1 : 1));
}

interface Total {
  readonly customer: string;
  readonly revenue: number;
}
