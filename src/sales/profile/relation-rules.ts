import type { FindingRule } from "./finding.js";

const several = (key: string, value: string) => `${key} IN (
  SELECT ${key} FROM rows WHERE fate <> 'overlap' AND ${key} IS NOT NULL
  GROUP BY ${key} HAVING min(${value}) <> max(${value}))`;

const line = "invoice, sku, description, quantity, invoiced_at, price, customer, country";
// hashes first: grouping a million rows by eight columns costs three times as much
const repeats = `"row" IN (
  SELECT "row" FROM (
    SELECT "row", row_number() OVER (PARTITION BY ${line} ORDER BY "row") AS copy FROM rows
    WHERE fate <> 'overlap' AND hash(${line}) IN (
      SELECT hash(${line}) FROM rows WHERE fate <> 'overlap' GROUP BY ALL HAVING count(*) > 1))
  WHERE copy > 1)`;

const undone = `undone AS (
  SELECT line_row FROM return_matches
  JOIN rows bought ON bought."row" = line_row JOIN rows sent_back ON sent_back."row" = return_row
  WHERE bought.revenue >= $1 GROUP BY line_row
  HAVING sum(units * sent_back.price) >= 0.9 * min(bought.revenue))`;

/** Checks that look at a line among others: of its invoice, its code, its customer. */
export const relationRules: readonly FindingRule[] = [
  {
    finding: "extreme-undone",
    needs: "returns",
    severity: "error",
    check: ({ extreme, money }) => `purchases of ${money(extreme)} or more that were cancelled`,
    why: "Whoever drops the cancellation keeps a best customer who never paid.",
    where: `"row" IN (WITH ${undone}
      SELECT line_row FROM undone UNION ALL SELECT return_row FROM return_matches JOIN undone USING (line_row))`,
    values: ({ extreme }) => [extreme],
    counts: { sql: "count(*) FILTER (WHERE revenue > 0)", nouns: ["purchase", "purchases"] },
    order: `abs(revenue) DESC, "row"`,
  },
  {
    finding: "extreme-kept",
    severity: "warning",
    check: ({ extreme, money }) => `lines of ${money(extreme)} or more that stand`,
    why: "Single lines that move a month or a customer's rank; deleting them would delete turnover that was paid.",
    where: `fate <> 'overlap' AND revenue >= $1 AND "row" NOT IN (WITH ${undone}
      SELECT line_row FROM undone UNION ALL SELECT return_row FROM return_matches JOIN undone USING (line_row))`,
    values: ({ extreme }) => [extreme],
  },
  {
    finding: "returned-more-than-bought",
    needs: "returns",
    severity: "warning",
    check: "customers who sent back all they bought, or more",
    why: "They bought before the file begins or cancelled everything: no customer worth anything, whatever the gross sum.",
    where: `fate IN ('sold', 'returned') AND customer IN (
      SELECT customer FROM rows WHERE fate IN ('sold', 'returned') GROUP BY customer HAVING sum(revenue) <= 0)`,
    counts: { sql: "count(DISTINCT customer)", nouns: ["customer", "customers"] },
  },
  {
    finding: "return-unexplained",
    needs: "returns",
    severity: "note",
    check: "returns that no purchase explains",
    why: "Bought before the file begins, or under another code: they lower the customer's net revenue only.",
    where: `fate = 'returned' AND "row" NOT IN (
      SELECT return_row FROM return_matches JOIN rows ON "row" = return_row
      GROUP BY return_row HAVING sum(units) >= min(-quantity))`,
  },
  {
    finding: "repeats",
    severity: "warning",
    check: "lines that repeat another one of their invoice",
    why: "Honest double scans or slips; kept, because nobody can tell which.",
    where: repeats,
  },
  {
    finding: "invoice-customers",
    severity: "error",
    check: "invoices with more than one customer",
    why: "An order belongs to one customer: the numbers are used again, or rows have slipped.",
    where: several("invoice", "customer"),
    counts: { sql: "count(DISTINCT invoice)", nouns: ["invoice", "invoices"] },
    order: `invoice, "row"`,
  },
  {
    finding: "invoice-times",
    severity: "note",
    check: "invoices with more than one time",
    why: "Entered over some minutes; an order's time is its first line's.",
    where: several("invoice", "invoiced_at"),
    counts: { sql: "count(DISTINCT invoice)", nouns: ["invoice", "invoices"] },
    order: `invoice, "row"`,
  },
  {
    finding: "invoice-countries",
    severity: "warning",
    check: "invoices with more than one country",
    why: "An order goes to one country: rows may have slipped.",
    where: several("invoice", "country"),
    counts: { sql: "count(DISTINCT invoice)", nouns: ["invoice", "invoices"] },
    order: `invoice, "row"`,
  },
  {
    finding: "customer-countries",
    severity: "note",
    check: "customers in more than one country",
    why: "They moved or order for others: they count where most of their orders go.",
    where: several("customer", "country"),
    counts: { sql: "count(DISTINCT customer)", nouns: ["customer", "customers"] },
    order: `customer, "row"`,
  },
  {
    finding: "sku-descriptions",
    severity: "note",
    check: "rows under another description than their code's usual one",
    why: "New wording, notes of the warehouse, or a code used again for another product.",
    where: `"row" IN (
      SELECT r."row" FROM rows r JOIN (
        SELECT sku, description FROM (SELECT sku, description, count(*) AS n FROM rows WHERE description IS NOT NULL GROUP BY ALL)
        QUALIFY row_number() OVER (PARTITION BY sku ORDER BY n DESC, description) = 1) usual USING (sku)
      WHERE r.description <> usual.description)`,
    counts: { sql: "count(DISTINCT sku)", nouns: ["code", "codes"] },
  },
  {
    finding: "price-spread",
    severity: "warning",
    check: ({ priceFactor }) => `prices ${priceFactor} times above or below their code's median`,
    why: "Wholesale prices, slips of the decimal point, or a code used again for another product.",
    where: `"row" IN (
      SELECT r."row" FROM rows r JOIN (
        SELECT sku, quantile_disc(price, 0.5) AS usual FROM rows
        WHERE price > 0 AND fate <> 'overlap' AND regexp_full_match(sku, $1) GROUP BY sku) m USING (sku)
      WHERE r.price > 0 AND (r.price > $2 * usual OR r.price * $2 < usual))`,
    values: ({ goods, priceFactor }) => [goods, priceFactor],
    counts: { sql: "count(DISTINCT sku)", nouns: ["code", "codes"] },
  },
];
