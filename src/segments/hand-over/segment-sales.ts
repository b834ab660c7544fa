import type { WeekHours } from "../../sales/exploration/week-hours.js";
import type { Sales } from "../../sales/open-sales.js";
import { type SegmentProduct, segmentKinds, segmentProducts } from "./segment-products.js";
import { type SegmentMonth, segmentHours, segmentMonths } from "./segment-times.js";
import { type GroupedCustomers, withGroups } from "./with-groups.js";

/** What a group buys and when. */
export interface SegmentSales {
  /** The greatest revenue first; empty where the file names no products. */
  readonly products: readonly SegmentProduct[];
  /** Kinds of products: words of their names. */
  readonly kinds: readonly SegmentProduct[];
  readonly hours: readonly WeekHours[];
  readonly months: readonly SegmentMonth[];
}

/**
 * Counts what groups of customers buy and when, beside the shop.
 *
 * @param sales as `openSales` gives them
 * @param grouped customers and the group of each
 * @returns what is known of a group, by its number; a group without orders has empty lists
 */
export async function segmentSales(
  sales: Pick<Sales, "database">,
  grouped: GroupedCustomers,
): Promise<(group: number) => SegmentSales> {
  return withGroups(sales, grouped, async () => {
    const products = await segmentProducts(sales);
    const kinds = await segmentKinds(sales);
    const hours = await segmentHours(sales);
    const months = await segmentMonths(sales);
    return (group) => ({
      products: products.get(group) ?? [],
      kinds: kinds.get(group) ?? [],
      hours: hours.get(group) ?? [],
      months: months.get(group) ?? [],
    });
  });
}

/** Fewer customers, or a smaller share of the group, make no preference of the group's. */
const [leastBuyers, leastShare] = [5, 0.02];

/**
 * What a group buys more often than the shop, the surest first.
 *
 * @param size customers of the group
 */
export function overBought(products: readonly SegmentProduct[], size: number, most: number): SegmentProduct[] {
  return products
    .filter(({ customers, atLeast }) => atLeast > 1 && customers >= Math.max(leastBuyers, leastShare * size))
    .sort((a, b) => b.atLeast - a.atLeast || b.customers - a.customers || (a.sku < b.sku ? -1 : 1))
    .slice(0, most);
}
