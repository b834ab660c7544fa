import { join } from "node:path";
import { openSales } from "../../src/sales/open-sales.js";

// opens the file of the first argument with the cache in the second one; prints what came of it as JSON
const [data, root] = process.argv.slice(2) as [string, string];
try {
  const workspace = { root, userFolder: root, cacheFolder: join(root, "cache") };
  const sales = await openSales({ data, workspace });
  const [row] = await sales.rows("SELECT count(*) AS rows, CAST(sum(revenue) AS VARCHAR) AS revenue FROM lines");
  process.stdout.write(JSON.stringify({ notes: sales.notes, ledger: sales.ledger, row }));
  sales.close();
} catch (error) {
  process.stdout.write(JSON.stringify({ error: (error as Error).message }));
}
