import type { ColumnTable } from "arquero";
import { numbersOf } from "./table-columns.js";

/** A condition on one column, or on one divided by another; a missing value meets none. */
export interface RowCondition {
  readonly column: string;
  /** The column to divide by. */
  readonly per?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Who is in a matrix. */
export interface RowRule {
  /** A customer meets the rule where all of these hold. */
  readonly all: readonly RowCondition[];
  /** Whether `those` who meet the rule stay (unless said otherwise) or the `others`. */
  readonly stay?: "those" | "others";
  /** What the group is called that is set aside. */
  readonly group: string;
}

/**
 * The group in which each customer is set aside: that of the first rule that does not let the customer stay.
 *
 * @returns one name a customer, null for those who stay
 */
export function groupsSetAside(rules: readonly RowRule[], customers: ColumnTable): (string | null)[] {
  const groups = Array.from({ length: customers.numRows() }, (): string | null => null);
  for (const { all, stay = "those", group } of rules) {
    const meets = all.map((condition) => meetsCondition(condition, customers));
    groups.forEach((earlier, i) => {
      const stays = meets.every((holds) => holds[i]) === (stay === "those");
      if (earlier === null && !stays) groups[i] = group;
    });
  }
  return groups;
}

function meetsCondition({ column, per, atLeast, atMost }: RowCondition, customers: ColumnTable): boolean[] {
  const divisors = per === undefined ? null : numbersOf(customers, per);
  return numbersOf(customers, column).map((own, i) => {
    const divisor = divisors ? divisors[i]! : 1;
    if (own === null || divisor === null) return false;
    const value = own / divisor;
    return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
  });
}
