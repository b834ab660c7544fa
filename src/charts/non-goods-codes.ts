import { formatMoney, formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { currencySymbol } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

/** A code that names no goods: postage, fees, manual corrections. */
export interface NonGoodsCode {
  readonly sku: string;
  readonly description: string | null;
  readonly rows: number;
  readonly revenue: number;
}

/**
 * Shows the money behind codes that are no goods.
 *
 * @param codes all such codes; the title counts them all, the chart shows the `top` by size of revenue
 * @param options `currency`: the code of the money; `top`: how many codes to draw, 20 where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function nonGoodsCodes(
  codes: readonly NonGoodsCode[],
  options: { readonly currency?: string; readonly top?: number } = {},
): Chart {
  const { currency = "GBP", top = 20 } = options;
  const symbol = currencySymbol(currency);
  const rows = codes.reduce((sum, code) => sum + code.rows, 0);
  const revenue = codes.reduce((sum, code) => sum + code.revenue, 0);
  const values = [...codes]
    .sort((a, b) => Math.abs(b.revenue) - Math.abs(a.revenue) || b.rows - a.rows)
    .slice(0, top)
    .map((code, i) => ({
      i,
      sku: code.sku,
      description: code.description ?? "no description",
      rows: code.rows,
      revenue: code.revenue,
      sign: code.revenue < 0 ? "taken off" : "added",
      end: Math.max(0, code.revenue),
      text: `${formatMoney(code.revenue, 0, symbol)} in ${formatNumber(code.rows)} ${code.rows === 1 ? "row" : "rows"}`,
    }));
  const message =
    codes.length === 0
      ? "Every row is about goods"
      : `${formatNumber(rows)} rows are no goods: ${codes.length} codes, together ${formatMoney(revenue, 0, symbol)}`;
  const greatest = Math.max(1, ...values.map((code) => code.end));
  const least = Math.min(0, ...values.map((code) => code.revenue));
  const room = (greatest - least) * 0.45;
  const y = { field: "sku", type: "nominal", sort: { field: "i", op: "min" }, title: "code" };
  const axis = { title: `revenue (${symbol.trim()})`, axis: shortAxis };
  return createChart(`Codes that are no goods, by revenue. ${message}.`, {
    title: chartTitle(message, values.length < codes.length ? `the ${values.length} largest of ${codes.length}` : ""),
    width: 500,
    height: { step: 20 },
    data: { values },
    encoding: {
      y,
      tooltip: [
        { field: "sku", type: "nominal", title: "code" },
        { field: "description", type: "nominal", title: "description" },
        { field: "rows", type: "quantitative", title: "rows", format: "," },
        { field: "revenue", type: "quantitative", title: "revenue", format: ",.2f" },
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: 13 },
        encoding: {
          x: { field: "revenue", type: "quantitative", scale: { domain: [least, greatest + room] }, ...axis },
          color: {
            field: "sign",
            type: "nominal",
            title: null,
            scale: { domain: ["added", "taken off"], range: [tone.main, tone.removed] },
            legend: { orient: "top" },
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { x: { field: "end", type: "quantitative" }, text: { field: "text", type: "nominal" } },
      },
    ],
  });
}
