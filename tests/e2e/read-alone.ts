import { join } from "node:path";
import { buildFeatures } from "../../src/features/build-features.js";
import { openSales } from "../../src/sales/open-sales.js";

// reads the file of the first argument in a process of its own: customers, time and the most memory it took, as JSON
const [data, root] = process.argv.slice(2) as [string, string];
const start = performance.now();
const sales = await openSales({
  data,
  workspace: { root, userFolder: root, cacheFolder: join(root, "cache") },
  cache: false,
});
const customers = (await buildFeatures(sales)).objects({ limit: Number.POSITIVE_INFINITY });
sales.close();
const seconds = (performance.now() - start) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ customers, notes: sales.notes, rejects: sales.rejects.rows, seconds, megabytes }),
);
