import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { didYouMean } from "../../core/nearest-names.js";

/**
 * One column of customers as numbers.
 *
 * @returns one number a customer, null where there is none
 * @throws SegmentLabError `column-missing`, or `bad-value` for a column of text, NaN or an infinite value
 */
export function numbersOf(customers: ColumnTable, column: string): (number | null)[] {
  checkColumn(customers, column);
  return Array.from(customers.array(column) as ArrayLike<unknown>, (value, i) => {
    if (value === null || value === undefined) return null;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value === "bigint") return Number(value);
    const who = customers.columnNames().includes("customer") ? `customer "${idsOf(customers)[i]}"` : `row ${i + 1}`;
    if (typeof value === "number") {
      const advice = "mend the value or leave the customer out";
      throw new SegmentLabError("bad-value", `${who} has ${value} in column "${column}"; ${advice}`);
    }
    throw new SegmentLabError("bad-value", `column "${column}" is no number (${who} has "${value}"); choose another`);
  });
}

/** Whether a column holds nothing but numbers and gaps. */
export function isNumeric(customers: ColumnTable, column: string): boolean {
  const values = Array.from(customers.array(column) as ArrayLike<unknown>);
  return values.every((value) => ["number", "bigint"].includes(typeof value) || value === null || value === undefined);
}

/** The customers' identifiers, as text. */
export function idsOf(customers: ColumnTable): string[] {
  checkColumn(customers, "customer");
  return Array.from(customers.array("customer") as ArrayLike<unknown>, String);
}

/** The places of the rows by ascending identifier, as `buildFeatures` sorts: whole numbers first. */
export function placesById(ids: readonly string[]): number[] {
  const numbers = ids.map((id) => (/^[+-]?\d+$/.test(id) ? Number(id) : Number.POSITIVE_INFINITY));
  const compare = (a: number, b: number): number => {
    if (numbers[a] !== numbers[b]) return numbers[a]! < numbers[b]! ? -1 : 1;
    if (ids[a] !== ids[b]) return ids[a]! < ids[b]! ? -1 : 1;
    return a - b;
  };
  return ids.map((_, i) => i).sort(compare);
}

/** @throws SegmentLabError `column-missing` naming the nearest columns, or all where none is near */
export function checkColumn(customers: ColumnTable, column: string): void {
  const names = customers.columnNames();
  if (names.includes(column)) return;
  const hint = didYouMean(column, names) || ` (found: ${names.join(", ")})`;
  throw new SegmentLabError("column-missing", `no column "${column}" among the customers${hint}`);
}
