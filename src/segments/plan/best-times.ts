import { type ContactTimes, hourCount, weekdayCount } from "./contact-times.js";

/** Own times count from so many orders on. */
const leastOrders = 3;

/** Best weekday (1 = Monday) and hour, of customers and of lists; null where nothing is known. */
export interface BestTimes {
  readonly weekday: readonly (number | null)[];
  readonly hour: readonly (number | null)[];
  readonly listWeekday: readonly (number | null)[];
  readonly listHour: readonly (number | null)[];
}

/**
 * The weekday and hour of most orders: a customer's own from three orders on, else those of the list. Of equally many the
 * one that the list has more of, then the earlier one.
 *
 * @param customers ids
 * @param list each customer's list
 * @param lists how many lists there are
 * @param times what `contactTimes` gives; null gives nothing but nulls
 */
export function bestTimes(
  customers: readonly string[],
  list: readonly number[],
  lists: number,
  times: ContactTimes | null,
): BestTimes {
  const nothing = { own: customers.map(() => null), ofLists: new Array<null>(lists).fill(null) };
  const placeOf = new Map(times?.customers.map((id, i) => [id, i]));
  const rows = customers.map((id) => placeOf.get(id));
  const weekdays = times ? modes(rows, list, lists, times.weekdays, weekdayCount) : nothing;
  const hours = times?.hours ? modes(rows, list, lists, times.hours, hourCount) : nothing;
  const oneUp = (day: number | null): number | null => (day === null ? null : day + 1);
  return {
    weekday: weekdays.own.map(oneUp),
    hour: hours.own,
    listWeekday: weekdays.ofLists.map(oneUp),
    listHour: hours.ofLists,
  };
}

function modes(
  rows: readonly (number | undefined)[],
  list: readonly number[],
  lists: number,
  counts: Int32Array,
  width: number,
): { readonly own: (number | null)[]; readonly ofLists: (number | null)[] } {
  const sums = Array.from({ length: lists }, () => new Int32Array(width));
  const countsOf = (row: number): Int32Array => counts.subarray(row * width, (row + 1) * width);
  rows.forEach((row, i) => {
    if (row === undefined) return;
    const sum = sums[list[i]!]!;
    countsOf(row).forEach((orders, slot) => {
      sum[slot]! += orders;
    });
  });
  const ofLists = sums.map((sum) => mode(sum, sum));
  const own = rows.map((row, i) => {
    const counted = row === undefined ? null : countsOf(row);
    const isEnough = counted !== null && counted.reduce((sum, orders) => sum + orders, 0) >= leastOrders;
    return isEnough ? mode(counted, sums[list[i]!]!) : ofLists[list[i]!]!;
  });
  return { own, ofLists };
}

function mode(counts: Int32Array, ties: Int32Array): number | null {
  let best = 0;
  for (let slot = 1; slot < counts.length; slot++)
    if (counts[slot]! > counts[best]! || (counts[slot] === counts[best] && ties[slot]! > ties[best]!)) best = slot;
  return counts[best]! > 0 ? best : null;
}
