import type { ColumnTable } from "arquero";
import type { PreparedMatrix } from "./preparation.js";
import { quantilesOf } from "./quantiles.js";
import type { RowCondition, RowRule } from "./row-rules.js";
import { numbersOf } from "./table-columns.js";

/** Bulk accounts and the rest, each prepared by itself. */
export interface SplitMatrices {
  /** What a bulk account is in this shop: all of these hold. */
  readonly rule: readonly RowCondition[];
  readonly wholesale: PreparedMatrix;
  readonly rest: PreparedMatrix;
}

/**
 * A bulk account orders as many units at once as the shop's top tenth of customers, and at least twice as many units a
 * line as its median customer: much of the same, not much of everything.
 *
 * @param customers with `units_per_order` and `lines_per_order`
 * @returns the two conditions in this shop's numbers
 */
export function wholesaleRule(customers: ColumnTable): readonly RowCondition[] {
  const units = numbersOf(customers, "units_per_order");
  const lines = numbersOf(customers, "lines_per_order");
  const perLine = units.map((value, i) => (value === null || lines[i] === null ? null : value / lines[i]!));
  const quantile = (values: readonly (number | null)[], share: number): number =>
    quantilesOf(Float64Array.from(values.filter((value) => value !== null)), [share])[0]!;
  return [
    { column: "units_per_order", atLeast: quantile(units, 0.9) },
    { column: "units_per_order", per: "lines_per_order", atLeast: 2 * quantile(perLine, 0.5) },
  ];
}

/** The rules that leave bulk accounts, or the others, in a matrix. */
export function wholesaleRows(rule: readonly RowCondition[], stay: "those" | "others"): RowRule {
  return { all: rule, stay, group: stay === "those" ? "no bulk accounts" : "bulk accounts" };
}
