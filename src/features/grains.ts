import type { Dialect } from "./dialect.js";
import type { Grain } from "./feature.js";
import { knownShop, type ShopFacts } from "./known-shop.js";

/** A relation that features, or further relations, are computed over. */
interface Relation {
  readonly name: Exclude<Grain, "customer" | "score"> | "moment" | "item" | "shop";
  /** The relations that its SQL reads. */
  readonly from: readonly Relation["name"][];
  /** True where it is far smaller than what it is made of and read more than once. */
  readonly kept: boolean;
  readonly sql: (dialect: Dialect) => string;
}

/** The months since the year 0, so that months can be subtracted. */
const monthIndex = (date: string) => `(12 * extract(year FROM ${date}) + extract(month FROM ${date}))`;

/**
 * The relations in the order of their making, over the tables of `Sales`. Only what happened before `as_of` counts,
 * and nothing depends on the order of rows: money is added as decimals, which no order of adding changes.
 */
const relations: readonly Relation[] = [
  {
    name: "line",
    from: ["moment"],
    kept: false,
    sql: () => `SELECT l.customer, l.invoice, l.sku, l.quantity, l.price, l.revenue, l.invoiced_at, l.country
      FROM lines l CROSS JOIN moment WHERE l.invoiced_at < as_of AND l.customer IS NOT NULL`,
  },
  {
    // a return lowers the order whose units it undoes, at the price of the return
    name: "undone",
    from: ["moment"],
    kept: true,
    sql: ({ daysBetween }) => `SELECT r.customer, l.invoice, r.invoice AS return_invoice, m.units,
        CAST(CAST(r.revenue AS DOUBLE) * m.units / -r.quantity AS DECIMAL(18, 6)) AS value,
        ${daysBetween("CAST(l.invoiced_at AS DATE)", "CAST(r.invoiced_at AS DATE)")} AS days
      FROM return_matches m JOIN returns r ON r.row = m.return_row JOIN lines l ON l.row = m.line_row CROSS JOIN moment
      WHERE r.invoiced_at < as_of`,
  },
  {
    name: "comeback",
    from: ["undone"],
    kept: false,
    // one row for each order and cancellation that undoes a part of it
    sql: () => "SELECT customer, min(days) AS days FROM undone GROUP BY customer, invoice, return_invoice",
  },
  {
    name: "returned",
    from: ["moment"],
    kept: true,
    sql: ({ daysBetween }) => `SELECT r.customer, r.revenue,
        ${daysBetween("CAST(r.invoiced_at AS DATE)", "as_of")} AS days_ago,
        CASE WHEN r.quantity < 0
          THEN CAST(CAST(r.revenue AS DOUBLE) * (r.quantity + coalesce(m.units, 0)) / r.quantity AS DECIMAL(18, 6))
        END AS unmatched
      FROM returns r CROSS JOIN moment
        LEFT JOIN (SELECT return_row, sum(units) AS units FROM return_matches GROUP BY return_row) m ON m.return_row = r.row
      WHERE r.invoiced_at < as_of`,
  },
  {
    name: "purchase",
    from: ["line", "undone", "moment"],
    kept: true,
    sql: ({ daysBetween }) => `SELECT o.*, ${daysBetween("o.day", "as_of")} AS days_ago,
        ${monthIndex("(as_of - INTERVAL '1' DAY)")} - ${monthIndex("o.day")} AS months_ago,
        CAST(CAST(o.gross + coalesce(u.value, 0) AS DECIMAL(18, 3)) AS DOUBLE) AS net, u.value IS NOT NULL AS is_returned
      FROM (SELECT customer, invoice, min(invoiced_at) AS ordered_at, CAST(min(invoiced_at) AS DATE) AS day,
          count(*) AS lines, CAST(sum(quantity) AS BIGINT) AS units, CAST(sum(revenue) AS DECIMAL(18, 3)) AS gross,
          min(country) AS country
        FROM line GROUP BY customer, invoice) o CROSS JOIN moment
        LEFT JOIN (SELECT customer, invoice, CAST(sum(value) AS DECIMAL(18, 6)) AS value FROM undone
          GROUP BY customer, invoice) u ON u.customer = o.customer AND u.invoice = o.invoice`,
  },
  {
    // what each order and each return adds to the till, on its own day
    name: "booking",
    from: ["purchase", "returned"],
    kept: false,
    sql: () => `SELECT customer, days_ago, gross AS amount FROM purchase
      UNION ALL SELECT customer, days_ago, revenue AS amount FROM returned`,
  },
  {
    name: "gap",
    from: ["purchase"],
    kept: true,
    sql: ({ daysBetween }) => `SELECT customer, ${daysBetween("before", "day")} AS days
      FROM (SELECT customer, day, lag(day) OVER (PARTITION BY customer ORDER BY ordered_at, invoice) AS before FROM purchase) o
      WHERE before IS NOT NULL`,
  },
  {
    // two steps, so that no window runs over the lines
    name: "item",
    from: ["line"],
    kept: false,
    sql: ({ firstBy }) => `SELECT customer, sku, sum(lines) AS lines,
        ${firstBy("lines", ["bought_at", "invoice"])} AS first_lines, sum(revenue) AS revenue
      FROM (SELECT customer, sku, invoice, count(*) AS lines, min(invoiced_at) AS bought_at,
          CAST(sum(revenue) AS DECIMAL(18, 3)) AS revenue
        FROM line WHERE sku IS NOT NULL GROUP BY customer, sku, invoice) i
      GROUP BY customer, sku`,
  },
  {
    name: "basket",
    from: ["item", "line"],
    kept: false,
    sql: () => `SELECT i.customer, i.lines, i.first_lines, CAST(i.revenue AS DOUBLE) / t.revenue AS share
      FROM item i JOIN (SELECT customer, CAST(sum(revenue) AS DOUBLE) AS revenue FROM line WHERE sku IS NOT NULL GROUP BY customer) t
        ON t.customer = i.customer`,
  },
  {
    // prices in ascending order with the number of lines below each: far fewer rows than lines
    name: "tariff",
    from: ["line"],
    kept: false,
    sql: () => `SELECT customer, price, CAST(sum(lines) OVER (PARTITION BY customer ORDER BY price) - lines AS BIGINT) AS below,
        CAST(sum(lines) OVER (PARTITION BY customer) AS BIGINT) AS all_lines
      FROM (SELECT customer, price, count(*) AS lines FROM line GROUP BY customer, price) p`,
  },
  {
    name: "weekday",
    from: ["purchase"],
    kept: false,
    sql: ({ isoWeekday }) => `SELECT customer, weekday, orders,
        rank() OVER (PARTITION BY customer ORDER BY orders DESC) AS place,
        CAST(orders AS DOUBLE) / sum(orders) OVER (PARTITION BY customer) AS share
      FROM (SELECT customer, ${isoWeekday("day")} AS weekday, count(*) AS orders FROM purchase GROUP BY 1, 2) w`,
  },
  {
    name: "home",
    from: ["purchase"],
    kept: false,
    sql: () => `SELECT customer, country, rank() OVER (PARTITION BY customer ORDER BY orders DESC) AS place
      FROM (SELECT customer, country, count(*) AS orders FROM purchase WHERE country IS NOT NULL GROUP BY customer, country) c`,
  },
  {
    name: "shop",
    from: ["purchase", "gap"],
    kept: true,
    sql: ({ median, quantile }) => `SELECT
      (SELECT ${median("days")} FROM (SELECT ${median("days")} AS days FROM gap GROUP BY customer) g) AS shop_median_gap_days,
      (SELECT ${median("net")} FROM purchase) AS shop_median_order,
      (SELECT ${quantile("CAST(units AS DOUBLE)", 0.9)} FROM purchase) AS shop_bulk_units,
      (SELECT CASE WHEN count(*) = 1 THEN min(country) END FROM (
        SELECT country, rank() OVER (ORDER BY orders DESC) AS place
        FROM (SELECT country, count(*) AS orders FROM purchase WHERE country IS NOT NULL GROUP BY country) c) p
        WHERE place = 1) AS shop_country`,
  },
];

/**
 * The relations that some grains need, as the parts of a WITH clause in the order of their making.
 *
 * @param grains which relations features read
 * @param asOf yyyy-mm-dd: what happened on this day or later does not count
 * @param shop what holds for the whole shop, where it is not to be taken from these sales
 */
export function grainRelations(grains: readonly string[], asOf: string, dialect: Dialect, shop?: ShopFacts): string[] {
  const known = shop ? relations.map((one) => (one.name === "shop" ? { ...one, ...knownShop(shop) } : one)) : relations;
  const needed = new Set(grains);
  for (const { name, from } of known.toReversed()) if (needed.has(name)) for (const other of from) needed.add(other);
  return [
    dialect.relation("moment", `SELECT DATE '${asOf}' AS as_of`, false),
    ...known
      .filter(({ name }) => needed.has(name))
      .map(({ name, sql, kept }) => dialect.relation(name, sql(dialect), kept)),
  ];
}
