import { openDatabase, sqlText } from "../../../src/core/database.js";

const goods = "[0-9]{5}[A-Z]{0,3}|DCGS[0-9A-Z]+|SP[0-9]+|PADS|GIFT_[0-9]+_[0-9]+";
const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9, 0.99];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const countries = [
  ...["United Kingdom", "Germany", "France", "Spain", "Belgium", "Portugal", "Netherlands", "Switzerland"],
];

/** Quantiles, mean and share of ones of a column of a subquery. */
function spread(name: string, column: string, from: string): string {
  const points = quantiles.map((q) => `('${name}: p${q * 100}', (SELECT quantile_cont(${column}, ${q}) FROM ${from}))`);
  return [`('${name}: mean', (SELECT avg(${column}) FROM ${from}))`, ...points].join(",\n");
}

const shareOfOne = (name: string, column: string, from: string): string =>
  `('${name}', (SELECT avg((${column} = 1)::INT) FROM ${from}))`;

/**
 * The marginals of a file of transactions in the schema of Online Retail II, with the overlap kept once and the goods of
 * identified customers only, by SQL that shares nothing with the product's own cleaning.
 */
export async function marginalsOf(path: string): Promise<Map<string, number>> {
  const database = await openDatabase();
  try {
    await database.run(`CREATE TABLE file AS SELECT file_row_number AS r, "Invoice" AS invoice,
      upper(trim("StockCode")) AS sku, "Quantity" AS quantity, "InvoiceDate" AS stamp, "Price"::DOUBLE AS price,
      "Customer ID" AS customer, "Country" AS country
      FROM read_parquet(${sqlText(path)}, file_row_number = true)`);
    // the second sheet begins where time runs backwards
    await database.run(`CREATE TABLE seam AS SELECT r, (SELECT max(stamp) FROM file AS f WHERE f.r < back.r) AS until
      FROM (SELECT r, stamp < lag(stamp) OVER (ORDER BY r) AS is_back FROM file) AS back WHERE is_back`);
    await database.run("CREATE TABLE once AS SELECT file.* FROM file, seam WHERE file.r < seam.r OR stamp > until");
    await database.run(`CREATE TABLE goods AS FROM once WHERE customer IS NOT NULL AND invoice NOT LIKE 'A%'
      AND regexp_full_match(sku, '${goods}')`);
    await database.run("CREATE TABLE s AS FROM goods WHERE invoice NOT LIKE 'C%' AND quantity > 0 AND price > 0");
    await database.run("CREATE TABLE b AS FROM goods WHERE invoice LIKE 'C%'");
    await database.run(`CREATE TABLE o AS SELECT invoice, any_value(customer) AS customer, min(stamp) AS stamp, count(*) AS n,
      sum(price * quantity) AS v FROM s GROUP BY invoice`);
    await database.run(`CREATE TABLE c AS SELECT customer, count(*) AS n, sum(v) AS v, 1.0 * row_number() OVER
      (ORDER BY sum(v) DESC) / count(*) OVER () AS rank FROM o GROUP BY customer`);
    await database.run(`CREATE TABLE home AS SELECT customer, mode(country) AS country FROM s GROUP BY customer`);
    const rows = await database.rows<{ name: string; value: number }>(`SELECT name, value::DOUBLE AS value FROM (VALUES
      ('orders per customer: only one', (SELECT avg((n = 1)::INT) FROM c)),
      ${spread("orders per customer", "n", "c")},
      ${shareOfOne("lines per order: only one", "n", "o")},
      ${spread("lines per order", "n", "o")},
      ${shareOfOne("units per line: only one", "quantity", "s")},
      ${spread("units per line", "quantity", "s")},
      ${spread("price of a line", "price", "s")},
      ${spread("revenue per customer", "v", "c")},
      ('revenue: best tenth of customers', (SELECT sum(v) FILTER (rank <= 0.1) / sum(v) FROM c)),
      ('returns: lines to lines sold', (SELECT count(*) FROM b) / (SELECT count(*) FROM s)),
      ('returns: value to value sold', -(SELECT sum(price * quantity) FROM b) / (SELECT sum(v) FROM o)),
      ('returns: invoices to orders', (SELECT count(DISTINCT invoice) FROM b) / (SELECT count(*) FROM o)),
      ('returns: customers who ever', (SELECT count(DISTINCT customer) FROM b) / (SELECT count(*) FROM c)),
      ('rows without a customer', (SELECT avg((customer IS NULL)::INT) FROM once)),
      ${weekdays.map((day, i) => `('weekday: ${day}', (SELECT avg((dayofweek(stamp) = ${i})::INT) FROM o))`).join(",\n")},
      ${Array.from({ length: 12 }, (_, i) => `('month: ${String(i + 1).padStart(2, "0")}', (SELECT avg((month(stamp) = ${i + 1})::INT) FROM o WHERE stamp < '2011-12-01'))`).join(",\n")},
      ${countries.map((country) => `('country: ${country}', (SELECT avg((country = '${country}')::INT) FROM home))`).join(",\n")},
      ('country: lines in the United Kingdom', (SELECT avg((country = 'United Kingdom')::INT) FROM s))
    ) AS t(name, value)`);
    return new Map(rows.map(({ name, value }) => [name, value]));
  } finally {
    database.close();
  }
}
