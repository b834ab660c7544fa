import type { Feature } from "../feature.js";

const group = "Basket";

export const basketFeatures: readonly Feature[] = [
  {
    name: "units",
    group,
    unit: "units",
    definition: "units bought, returns not taken off",
    grain: "line",
    sql: "CAST(sum(quantity) AS BIGINT)",
  },
  {
    name: "units_per_order",
    group,
    unit: "units",
    definition: "units bought / orders",
    grain: "purchase",
    sql: "sum(units) / count(*)",
  },
  {
    name: "lines_per_order",
    group,
    unit: "lines",
    definition: "sales lines / orders",
    grain: "purchase",
    sql: "sum(lines) / count(*)",
  },
  {
    name: "unique_products",
    group,
    unit: "products",
    definition: "distinct stock codes bought",
    grain: "line",
    sql: "nullif(count(DISTINCT sku), 0)",
    missing: "the file has no stock codes",
  },
  {
    name: "product_entropy",
    group,
    unit: "share",
    definition: "Shannon entropy of gross revenue over stock codes / its largest possible value, 0 to 1",
    grain: "basket",
    // a sum of decimals does not depend on the order in which a parallel engine adds
    sql: "CASE WHEN count(*) > 1 THEN least(1, CAST(sum(CAST(-share * ln(share) AS DECIMAL(18, 15))) AS DOUBLE) / ln(count(*))) END",
    missing: "bought one product only",
  },
  {
    name: "top_product_share",
    group,
    unit: "share",
    definition: "share of gross revenue that the most bought stock code brings",
    grain: "basket",
    sql: "max(share)",
    missing: "the file has no stock codes",
  },
  {
    name: "repeat_product_share",
    group,
    unit: "share",
    definition: "sales lines whose stock code the customer bought in an earlier order / sales lines",
    grain: "line",
    sql: "count(*) FILTER (WHERE is_repeat) / nullif(count(sku), 0)",
    missing: "the file has no stock codes",
  },
];
