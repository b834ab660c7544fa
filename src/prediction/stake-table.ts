import { type ColumnTable, table } from "arquero";
import type { ValueAtStake } from "./value-at-stake.js";

/**
 * What is at stake with each customer, as a table.
 *
 * @param stake what `valueAtStake` gives
 * @returns an arquero table, one row a customer: `customer`, `probability_alive`, `orders_if_alive`, `expected_orders`
 *   (the two multiplied), `order_value`, and `value_at_stake` with its `_low` and `_high`, null where no range is known,
 *   in the file's currency
 */
export function stakeTable(stake: ValueAtStake): ColumnTable {
  return table({
    customer: [...stake.customers],
    probability_alive: stake.probabilityAlive,
    orders_if_alive: stake.ordersIfAlive,
    expected_orders: stake.ordersIfAlive.map((orders, i) => orders * stake.probabilityAlive[i]!),
    order_value: stake.orderValue,
    value_at_stake_low: orNulls(stake.low),
    value_at_stake: stake.base,
    value_at_stake_high: orNulls(stake.high),
  });
}

function orNulls(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}
