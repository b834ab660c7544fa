import { openDatabase, sqlText } from "../../../src/core/database.js";

const goods = "[0-9]{5}[A-Z]{0,3}|DCGS[0-9A-Z]+|SP[0-9]+|PADS|GIFT_[0-9]+_[0-9]+";
const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9, 0.99];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const nextCountries = "'Spain', 'Belgium', 'Portugal', 'Netherlands', 'Switzerland'";

/** How a shop's quantities spread, and the parts of its wholes: by group and name. */
export interface Marginals {
  /** Mean and quantiles, `p50` the median. */
  readonly distributions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** 0 to 1. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const figure = (kind: keyof Marginals, measure: string, name: string, sql: string): string =>
  `('${kind}', '${measure}', '${name}', (SELECT ${sql}))`;

const spread = (measure: string, column: string, from: string): string[] => [
  figure("distributions", measure, "mean", `avg(${column}) FROM ${from}`),
  ...quantiles.map((q) =>
    figure("distributions", measure, `p${q * 100}`, `quantile_cont(${column}::DOUBLE, ${q}) FROM ${from}`),
  ),
];

const share = (measure: string, name: string, sql: string): string => figure("shares", measure, name, sql);
const part = (condition: string): string => `avg((${condition})::INT)`;

const figures: readonly string[] = [
  ...spread("orders per customer", "n", "c"),
  ...spread("lines per order", "n", "o"),
  ...spread("units per line", "quantity", "s"),
  ...spread("price of a line, £", "price", "s"),
  ...spread("revenue per customer, £", "v", "c"),
  share("just one", "order per customer", `${part("n = 1")} FROM c`),
  share("just one", "line per order", `${part("n = 1")} FROM o`),
  share("just one", "unit per line", `${part("quantity = 1")} FROM s`),
  share("revenue", "of the best tenth of customers", "sum(v) FILTER (rank <= 0.1) / sum(v) FROM c"),
  share(
    "revenue",
    "in the United Kingdom",
    "sum(price * quantity) FILTER (country = 'United Kingdom') / sum(price * quantity) FROM s",
  ),
  share("returned", "lines to lines sold", "(SELECT count(*) FROM b) / (SELECT count(*) FROM s)"),
  share("returned", "value to value sold", "-(SELECT sum(price * quantity) FROM b) / (SELECT sum(v) FROM o)"),
  share("returned", "invoices to orders", "(SELECT count(DISTINCT invoice) FROM b) / (SELECT count(*) FROM o)"),
  share("returned", "customers who ever did", "(SELECT count(DISTINCT customer) FROM b) / (SELECT count(*) FROM c)"),
  share("rows", "without a customer", `${part("customer IS NULL")} FROM once`),
  ...weekdays.map((day, i) => share("orders by weekday", day, `${part(`dayofweek(stamp) = ${i}`)} FROM o`)),
  // the last December is a partial month
  ...months.map((month, i) =>
    share("orders by month", month, `${part(`month(stamp) = ${i + 1}`)} FROM o WHERE stamp < '2011-12-01'`),
  ),
  ...["United Kingdom", "Germany", "France"].map((country) =>
    share("customers by country", country, `${part(`country = '${country}'`)} FROM home`),
  ),
  share("customers by country", "the next five", `${part(`country IN (${nextCountries})`)} FROM home`),
  share("lines by country", "United Kingdom", `${part("country = 'United Kingdom'")} FROM s`),
];

/**
 * The marginals of a file of transactions in the schema of Online Retail II, with the overlap kept once and the goods of
 * identified customers only, by SQL that shares nothing with the product's own cleaning.
 */
export async function marginalsOf(path: string): Promise<Marginals> {
  const database = await openDatabase();
  try {
    await database.run(`CREATE TABLE file AS SELECT file_row_number AS r, "Invoice" AS invoice,
      upper(trim("StockCode")) AS sku, "Quantity" AS quantity, "InvoiceDate" AS stamp, "Price"::DECIMAL(18, 3) AS price,
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
    const rows = await database.rows<{ kind: keyof Marginals; measure: string; name: string; value: number }>(
      `SELECT kind, measure, name, value::DOUBLE AS value FROM (VALUES ${figures.join(",\n")}) AS t(kind, measure, name, value)`,
    );
    const byMeasure = (kind: keyof Marginals) => {
      const groups: Record<string, Record<string, number>> = {};
      for (const row of rows)
        if (row.kind === kind) groups[row.measure] = { ...groups[row.measure], [row.name]: row.value };
      return groups;
    };
    return { distributions: byMeasure("distributions"), shares: byMeasure("shares") };
  } finally {
    database.close();
  }
}
