import { type ColumnTable, table } from "arquero";
import { createRandom } from "../../../src/core/random.js";
import { presets } from "../../../src/features/matrix/presets.js";

/** Customers with every column of the presets, some of them gaps. */
export function inventedCustomers(count: number, seed = 1): ColumnTable {
  const random = createRandom(seed);
  const columns: Record<string, (string | number | null)[]> = {
    customer: Array.from({ length: count }, (_, i) => String(10_000 + i)),
  };
  for (const { columns: chosen } of Object.values(presets)) {
    if (chosen === "numbers") continue;
    for (const { column, shrink } of chosen) {
      columns[column] ??= Array.from({ length: count }, () => {
        const value = shrink ? random.next() : Math.round(100 * Math.exp(3 + 1.5 * random.normal())) / 100;
        if (column === "orders") return 1 + random.integer(8);
        return column === "product_entropy" && random.next() < 0.2 ? null : value;
      });
    }
  }
  return table(columns);
}

/** The same customers in another order. */
export function shuffled(customers: ColumnTable, seed: number): ColumnTable {
  const random = createRandom(seed);
  const keys = Array.from({ length: customers.numRows() }, () => random.next());
  return customers
    .assign(table({ key: keys }))
    .orderby("key")
    .select(customers.columnNames())
    .reify();
}
