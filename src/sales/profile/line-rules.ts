import type { FindingRule, ProfileFacts } from "./finding.js";

// without a pattern every quantity below 0 cancels, but for corrections of the stock
const cancelled =
  "CASE WHEN $1 IS NULL THEN quantity < 0 AND price <> 0 ELSE regexp_full_match(coalesce(invoice, ''), $1) END";
const cancelling = ({ cancelling: pattern }: ProfileFacts) => [pattern];

/** Checks that look at one line at a time. */
export const lineRules: readonly FindingRule[] = [
  {
    finding: "doubled-stretch",
    needs: "overlap",
    severity: "error",
    check: "a stretch of time that stands in the file twice",
    why: "Its turnover is counted twice, and its days look like the best ever.",
    where: "fate = 'overlap'",
    order: `"row"`,
  },
  {
    finding: "customer-missing",
    severity: "warning",
    check: "rows without a customer",
    why: "Turnover of the shop that no customer figure may contain.",
    where: "customer IS NULL",
  },
  {
    finding: "no-goods",
    severity: "warning",
    check: "codes that are no goods",
    why: "Postage, fees and corrections would look like favourite products.",
    where: "NOT regexp_full_match(sku, $1)",
    values: ({ goods }) => [goods],
    counts: { sql: "count(DISTINCT sku)", nouns: ["code", "codes"] },
  },
  {
    finding: "cancellations",
    severity: "note",
    check: "cancelled lines",
    why: "To be set against the purchases that they undo, not dropped.",
    where: `(${cancelled}) AND quantity < 0`,
    values: cancelling,
    counts: { sql: "count(DISTINCT invoice)", nouns: ["invoice", "invoices"] },
  },
  {
    finding: "cancelled-but-positive",
    severity: "error",
    check: "cancellations with a positive quantity",
    why: "The sign contradicts the invoice: they add what they should take off.",
    where: `(${cancelled}) AND quantity > 0`,
    values: cancelling,
  },
  {
    finding: "taken-out-unpriced",
    severity: "note",
    check: "negative quantities at no price outside cancellations",
    why: "Corrections of the stock (damaged, lost, found), no sales and no returns.",
    where: `NOT (${cancelled}) AND quantity < 0 AND price = 0`,
    values: cancelling,
    order: `quantity, "row"`,
  },
  {
    finding: "taken-out-priced",
    severity: "warning",
    check: "negative quantities with a price outside cancellations",
    why: "Returns that do not call themselves so: cleaning by invoice number misses them.",
    where: `NOT (${cancelled}) AND quantity < 0 AND price <> 0`,
    values: cancelling,
  },
  {
    finding: "price-zero",
    severity: "warning",
    check: "goods at no price",
    why: "Gifts, samples and slips: no revenue, yet they would count as purchases.",
    where: "price = 0 AND quantity > 0",
    order: `customer IS NULL, quantity DESC, "row"`,
  },
  {
    finding: "price-negative",
    severity: "error",
    check: "negative prices",
    why: "Adjustments of the books (bad debt), no sales; single ones outweigh months of a customer.",
    where: "price < 0",
  },
  {
    finding: "quantity-zero",
    severity: "note",
    check: "quantities of zero",
    why: "Lines that sell nothing would count as purchases.",
    where: "quantity = 0",
  },
  {
    finding: "sku-missing",
    severity: "warning",
    check: "rows without a code",
    why: "No product figure may contain them.",
    where: "nullif(sku, '') IS NULL",
  },
  {
    finding: "description-missing",
    severity: "note",
    check: "rows without a description",
    why: "The code's other rows tell what it is, where it has any.",
    where: "description IS NULL",
  },
  {
    finding: "country-missing",
    severity: "note",
    check: "rows without a country",
    why: "No geography contains them.",
    where: "country IS NULL",
  },
];
