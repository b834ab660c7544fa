import { sumInOrder } from "../../features/rfm/sum-in-order.js";
import type { OverlapRow } from "./action-plan.js";
import type { RankedList } from "./customer-forecast.js";

/** Counts customers by the set of lists that they sit in; the winner is the first in rank that wins anybody. */
export function overlapRows(
  lists: readonly RankedList[],
  netRevenue: Float64Array,
  closed: ReadonlySet<string> = new Set(),
): OverlapRow[] {
  const places = Array.from(netRevenue, () => [] as number[]);
  const winning = [...lists.keys()].sort((a, b) => +closed.has(lists[a]!.name) - +closed.has(lists[b]!.name) || a - b);
  for (const list of winning) for (const i of lists[list]!.members) places[i]!.push(list);
  const groups = new Map<string, { readonly own: readonly number[]; readonly customers: number[] }>();
  places.forEach((own, i) => {
    const key = own.join();
    const group = groups.get(key) ?? { own, customers: [] };
    group.customers.push(i);
    groups.set(key, group);
  });
  return [...groups.values()]
    .sort((a, b) => b.customers.length - a.customers.length || (a.own.join() < b.own.join() ? -1 : 1))
    .map(({ own, customers }) => ({
      lists: own.map((list) => lists[list]!.name),
      winner: lists[own[0]!]!.name,
      customers: customers.length,
      revenue: sumInOrder(customers.map((i) => netRevenue[i]!)),
    }));
}
