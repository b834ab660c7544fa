// node scale-once.js FILE: loads a file and builds the catalogue, once, for the bench of scale
import { buildFeatures } from "../src/features/build-features.js";
import { openSales } from "../src/sales/open-sales.js";

const peak = () => process.resourceUsage().maxRSS / 1024;
const seconds = (since: number) => (performance.now() - since) / 1000;
const began = performance.now();
const sales = await openSales({ data: process.argv[2]! });
const loading = { seconds: seconds(began), peakMegabytes: peak() };
const [count] = await sales.rows<{ rows: number; lines: number }>(
  "SELECT count(*) AS rows, count(*) FILTER (WHERE fate = 'sold') AS lines FROM rows",
);
const loaded = performance.now();
const customers = await buildFeatures(sales);
const features = { seconds: seconds(loaded), peakMegabytes: peak() };
sales.close();
console.log(JSON.stringify({ ...count!, customers: customers.numRows(), loading, features }));
