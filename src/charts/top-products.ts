import { formatMoney, formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol } from "./short-number.js";
import { shortAxis } from "./theme.js";

/** What a product brings. */
export interface ProductRevenue {
  readonly sku: string;
  readonly description: string | null;
  readonly revenue: number;
  readonly units?: number;
  readonly orders?: number;
}

/**
 * Shows the products that bring most, and how much of the whole they are.
 *
 * @param products all products: the share in the title is of their sum
 * @param options `currency`: the code of the money; `top`: how many products to draw, 15 where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function topProducts(
  products: readonly ProductRevenue[],
  options: { readonly currency?: string; readonly top?: number } = {},
): Chart {
  const { currency = "GBP", top = 15 } = options;
  const symbol = currencySymbol(currency);
  const total = products.reduce((sum, product) => sum + product.revenue, 0);
  const values = [...products]
    .sort((a, b) => b.revenue - a.revenue)
    .slice(0, top)
    .map((product, i) => ({
      i,
      // the code keeps products apart that share a description
      label: `${product.sku} · ${product.description ?? "no description"}`,
      sku: product.sku,
      description: product.description ?? "no description",
      revenue: product.revenue,
      share: product.revenue / total,
      units: product.units ?? null,
      orders: product.orders ?? null,
      text: formatMoney(product.revenue, 0, symbol),
    }));
  const best = values.reduce((sum, product) => sum + product.revenue, 0);
  const message =
    values.length === 0
      ? "There are no products"
      : `The best ${values.length} of ${formatNumber(products.length)} products bring ${formatShare(best / total)} of the revenue`;
  const title = `revenue (${symbol.trim()})`;
  const count = (field: "units" | "orders"): Record<string, unknown>[] =>
    products.some((product) => product[field] !== undefined)
      ? [{ field, type: "quantitative", title: field, format: "," }]
      : [];
  return createChart(`Products by revenue. ${message}.`, {
    title: chartTitle(message),
    width: 360,
    height: { step: 21 },
    data: { values },
    encoding: {
      y: { field: "label", type: "nominal", sort: { field: "i", op: "min" }, title: null, axis: { labelLimit: 260 } },
      x: {
        field: "revenue",
        type: "quantitative",
        title,
        axis: { ...shortAxis, tickCount: 5 },
        scale: { domainMax: Math.max(1, values[0]?.revenue ?? 0) * 1.2 },
      },
      tooltip: [
        { field: "sku", type: "nominal", title: "code" },
        { field: "description", type: "nominal", title: "description" },
        { field: "revenue", type: "quantitative", title, format: ",.2f" },
        { field: "share", type: "quantitative", title: "share of revenue", format: ".2%" },
        ...count("units"),
        ...count("orders"),
      ],
    },
    layer: [
      { mark: { type: "bar", height: 14 } },
      { mark: { type: "text", align: "left", dx: 5 }, encoding: { text: { field: "text", type: "nominal" } } },
    ],
  });
}
