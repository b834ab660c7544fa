import type { Sales } from "../../sales/open-sales.js";

/** Customers and the group of each, as `withGroups` puts them into the engine. */
export interface GroupedCustomers {
  readonly customers: readonly string[];
  /** One a customer; customers below 0 are in no group, and count for the shop alone. */
  readonly groups: ArrayLike<number>;
}

/** The table that stands while `withGroups` works: `customer`, `own` (the group). */
export const groupsTable = "customer_groups";

/** Works on sales beside a table of each customer's group, which is dropped afterwards: ids never stand in a query's text. */
export async function withGroups<Result>(
  { database }: Pick<Sales, "database">,
  { customers, groups }: GroupedCustomers,
  work: () => Promise<Result>,
): Promise<Result> {
  await database.createTable(groupsTable, [
    { name: "customer", type: "VARCHAR", values: customers },
    { name: "own", type: "INTEGER", values: groups },
  ]);
  try {
    return await work();
  } finally {
    await database.run(`DROP TABLE ${groupsTable}`);
  }
}
