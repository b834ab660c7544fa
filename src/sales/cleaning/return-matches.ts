import type { Database } from "../../core/database.js";

/** Returns that are matched at a time, so that a file of any size takes no more memory. */
const returnsAtATime = 100_000;

/**
 * Sets returns against purchases: each returned unit undoes the latest purchase, not undone yet, of the same customer
 * and stock code before it. Writes the table `return_matches (return_row, line_row, units)`; what no purchase
 * explains stays unmatched.
 *
 * @param database the engine with the table `rows` and its fates
 */
export async function matchReturns(database: Database): Promise<void> {
  await database.run("CREATE TABLE return_matches (return_row INTEGER, line_row INTEGER, units INTEGER)");
  const [{ returns }] = (await database.rows("SELECT count(*) AS returns FROM rows WHERE fate = 'returned'")) as [
    { returns: number },
  ];
  const parts = Math.ceil(returns / returnsAtATime);
  for (let part = 0; part < parts; part++) {
    const matches = matchEvents(await returnEvents(database, part, parts));
    await database.createTable("matched", matches);
    await database.run("INSERT INTO return_matches FROM matched");
    await database.run("DROP TABLE matched");
  }
}

/**
 * The purchases and returns of what was returned at all, by customer and stock code in order of time. Within a minute
 * purchases come first; where only the order of the rows would decide, the invoice and then the price does.
 */
function returnEvents(database: Database, part: number, parts: number): Promise<Record<string, unknown[]>> {
  return database.columns(
    `WITH returned AS (SELECT DISTINCT customer, sku FROM rows WHERE fate = 'returned' AND hash(customer) % $1 = $2)
    SELECT dense_rank() OVER (ORDER BY customer, sku) AS item, "row", quantity, fate = 'returned' AS is_return
    FROM rows JOIN returned USING (customer, sku) WHERE fate IN ('sold', 'returned')
    ORDER BY item, invoiced_at, is_return, invoice, price DESC, quantity, "row"`,
    [parts, part],
  );
}

function matchEvents(events: Record<string, unknown[]>) {
  const item = events.item as number[];
  const row = events.row as number[];
  const quantity = events.quantity as number[];
  const isReturn = events.is_return as boolean[];

  const matches = { return_row: [] as number[], line_row: [] as number[], units: [] as number[] };
  let open: { row: number; units: number }[] = [];
  for (let i = 0; i < item.length; i++) {
    if (i > 0 && item[i] !== item[i - 1]) open = [];
    if (!isReturn[i]) {
      open.push({ row: row[i]!, units: quantity[i]! });
      continue;
    }
    let left = -quantity[i]!;
    while (left > 0 && open.length > 0) {
      const latest = open.at(-1)!;
      const units = Math.min(left, latest.units);
      matches.return_row.push(row[i]!);
      matches.line_row.push(latest.row);
      matches.units.push(units);
      left -= units;
      latest.units -= units;
      if (latest.units === 0) open.pop();
    }
  }
  return Object.entries(matches).map(([name, values]) => ({ name, type: "INTEGER" as const, values }));
}
