/**
 * Which turnover a figure is about. `all`: every row of the shop but second copies, returns and fees taken off on their
 * own date. `identified`: those rows of it that name a customer. The two are never mixed in one ratio.
 */
export type Basis = "all" | "identified";

/** Rows that stand for something that happened: no second copies. */
export const happened = "fate NOT IN ('overlap', 'repeated')";

/** SQL that holds for the rows of a basis. */
export function rowsOf(basis: Basis): string {
  return basis === "all" ? happened : `${happened} AND customer IS NOT NULL`;
}
