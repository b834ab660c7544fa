import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";

/**
 * A column of a table of customers.
 *
 * @throws SegmentLabError `column-missing` with what makes the column
 */
export function customerColumn<Value>(customers: ColumnTable, name: string, maker: string): Value[] {
  if (!customers.columnNames().includes(name))
    throw new SegmentLabError("column-missing", `the customers have no column "${name}"; ${maker} makes it`);
  return Array.from(customers.array(name)) as Value[];
}
