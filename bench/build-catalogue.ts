// node build-catalogue.js FILE: the whole catalogue once, for the bench of features; the sales come from the cache
import { buildFeatures } from "../src/features/build-features.js";
import { openSales } from "../src/sales/open-sales.js";

const sales = await openSales({ data: process.argv[2]! });
const began = performance.now();
const customers = await buildFeatures(sales);
const seconds = (performance.now() - began) / 1000;
sales.close();
const sums: Record<string, number> = {};
for (const name of customers.columnNames()) {
  const values = customers.array(name) as unknown[];
  if (values.every((value) => value === null || typeof value === "number")) {
    sums[name] = (values as (number | null)[]).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  }
}
console.log(JSON.stringify({ seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, sums }));
