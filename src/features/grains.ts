import type { Database } from "../core/database.js";
import type { Grain } from "./feature.js";

/** The relations that features are computed over, in the order of their making: only what happened before `as_of` counts. */
const grains: readonly { readonly name: Exclude<Grain, "customer">; readonly sql: string }[] = [
  {
    // a return lowers the order whose units it undoes, at the price of the return
    name: "undone",
    sql: `SELECT r.customer, l.invoice, m.units, CAST(r.revenue AS DOUBLE) * m.units / -r.quantity AS value,
        date_diff('day', CAST(l.invoiced_at AS DATE), CAST(r.invoiced_at AS DATE)) AS days
      FROM return_matches m JOIN returns r ON r."row" = m.return_row JOIN lines l ON l."row" = m.line_row, moment
      WHERE r.invoiced_at < as_of`,
  },
  {
    name: "returned",
    sql: "SELECT customer, invoice, -quantity AS units, revenue FROM returns, moment WHERE invoiced_at < as_of",
  },
  {
    name: "line",
    sql: `SELECT l.customer, invoice, sku, quantity, price, revenue, invoiced_at,
        sku IS NOT NULL AND invoice <> first_value(invoice) OVER (PARTITION BY l.customer, sku ORDER BY invoiced_at, invoice, "row") AS is_repeat
      FROM lines l, moment WHERE invoiced_at < as_of`,
  },
  {
    name: "purchase",
    sql: `SELECT o.customer, o.invoice, o.ordered_at, CAST(o.ordered_at AS DATE) AS day, o.lines, o.products, o.country,
        CAST(o.units AS BIGINT) AS units, CAST(o.gross_revenue AS DOUBLE) AS gross,
        CAST(CAST(CAST(o.gross_revenue AS DOUBLE) + coalesce(u.value, 0) AS DECIMAL(18, 3)) AS DOUBLE) AS net, u.value IS NOT NULL AS is_returned
      FROM orders o LEFT JOIN (SELECT customer, invoice, sum(value ORDER BY value) AS value FROM undone GROUP BY ALL) u
        USING (customer, invoice), moment
      WHERE o.ordered_at < as_of`,
  },
  {
    name: "gap",
    sql: `SELECT customer, date_diff('day', before, day) AS days
      FROM (SELECT customer, day, lag(day) OVER (PARTITION BY customer ORDER BY ordered_at, invoice) AS before FROM purchase)
      WHERE before IS NOT NULL`,
  },
  {
    name: "basket",
    sql: `SELECT customer, sku, CAST(revenue AS DOUBLE) / CAST(sum(revenue) OVER (PARTITION BY customer) AS DOUBLE) AS share
      FROM (SELECT customer, sku, sum(revenue) AS revenue FROM line WHERE sku IS NOT NULL GROUP BY customer, sku)`,
  },
  {
    name: "home",
    sql: `SELECT customer, country FROM (
        SELECT customer, country, row_number() OVER (PARTITION BY customer ORDER BY count(*) DESC, country) AS place
        FROM purchase WHERE country IS NOT NULL GROUP BY customer, country)
      WHERE place = 1`,
  },
];

/**
 * Makes the relations of all grains as of a day, and the one-row table `shop` of what holds for all customers.
 *
 * @param asOf yyyy-mm-dd: what happened on this day or later does not count
 */
export async function createGrains(database: Database, asOf: string): Promise<void> {
  await database.run("CREATE OR REPLACE TEMP TABLE moment AS SELECT CAST($1 AS DATE) AS as_of", [asOf]);
  for (const { name, sql } of grains) await database.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE shop AS
    SELECT median(days) AS shop_median_gap_days FROM (SELECT median(days) AS days FROM gap GROUP BY customer)`);
}
