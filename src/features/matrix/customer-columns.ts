import type { ColumnTable } from "arquero";
import type { ColumnValues, FittedColumn } from "./fitted-column.js";
import { numbersOf } from "./table-columns.js";

/** Reads a column of customers as its preparation takes it. */
export function readColumn(
  customers: ColumnTable,
  { column, of, shrink }: Pick<FittedColumn, "column" | "of" | "shrink">,
): ColumnValues {
  const values = numbersOf(customers, column);
  return {
    values: of === "missing" ? values.map((value) => (value === null ? 1 : 0)) : values,
    orders: shrink ? numbersOf(customers, "orders").map((orders) => orders ?? 0) : [],
  };
}

/** Those customers of a column who stand at `places`. */
export function chooseRows({ values, orders }: ColumnValues, places: readonly number[]): ColumnValues {
  return { values: places.map((i) => values[i]!), orders: orders.length > 0 ? places.map((i) => orders[i]!) : [] };
}
