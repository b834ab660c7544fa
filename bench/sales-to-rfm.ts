// node sales-to-rfm.js FILE OUT: one run from a file to RFM scores, for the bench of sales
import { writeFileSync } from "node:fs";
import { openSales } from "../src/sales/open-sales.js";

const [path, out] = process.argv.slice(2) as [string, string];
// what comes later is loaded while the engine reads
const [sales, { rfmCustomers }, { rfmSegments }] = await Promise.all([
  openSales({ data: path }),
  import("../src/features/rfm/rfm-customers.js"),
  import("../src/features/rfm/rfm-segments.js"),
]);
const customers = rfmSegments(await rfmCustomers(sales));
const [matched] = await sales.rows<{ units: number }>("SELECT sum(units) AS units FROM return_matches");
const { ledger } = sales;
sales.close();
writeFileSync(
  out,
  customers.select("customer", "recency_days", "orders", "net_revenue", "rfm_score", "rfm_segment").toCSV(),
);
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ledger, matched_units: matched!.units, peakMegabytes }));
