import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { currencySymbol, shortMoney } from "./short-number.js";
import { shortAxis } from "./theme.js";

/** What the customers of a country bring. */
export interface CountryRevenue {
  readonly country: string;
  readonly customers: number;
  readonly revenue: number;
}

/**
 * Shows revenue by country. A country that brings more than half stands in the title, not among the bars, where it
 * would flatten all others.
 *
 * @param countries all countries
 * @param options `currency`: the code of the money; `top`: how many bars to draw, 15 where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function countryBars(
  countries: readonly CountryRevenue[],
  options: { readonly currency?: string; readonly top?: number } = {},
): Chart {
  const { currency = "GBP", top = 15 } = options;
  const symbol = currencySymbol(currency);
  const total = countries.reduce((sum, country) => sum + country.revenue, 0);
  const sorted = [...countries].sort((a, b) => b.revenue - a.revenue);
  const home = sorted[0];
  const share = home ? home.revenue / total : 0;
  // a single country stays, so that there is something to see
  const isApart = share > 0.5 && sorted.length > 1;
  const others = isApart ? sorted.slice(1) : sorted;
  const message = home
    ? `${shortenText(home.country, 40)} brings ${formatShare(share)} of the revenue` +
      (isApart ? `; the ${others.length} others share ${shortMoney(total - home.revenue, symbol)}` : "")
    : "There are no countries";
  const values = others.slice(0, top).map((country, i) => ({
    i,
    country: country.country,
    customers: country.customers,
    revenue: country.revenue,
    share: country.revenue / total,
    text: `${formatShare(country.revenue / total)}, ${formatNumber(country.customers)} customers`,
    end: Math.max(0, country.revenue),
  }));
  const greatest = Math.max(1, ...values.map((country) => country.end));
  const rest = others.length - values.length;
  const subtitle =
    (isApart ? "bars: the other countries" : "bars: all countries") +
    (rest > 0 ? `, without the ${rest} smallest` : "");
  const title = `revenue (${symbol.trim()})`;
  return createChart(`Revenue by country. ${message}.`, {
    title: chartTitle(message, subtitle),
    width: 480,
    height: { step: 21 },
    data: { values },
    encoding: {
      y: { field: "country", type: "nominal", sort: { field: "i", op: "min" }, title: null },
      tooltip: [
        { field: "country", type: "nominal", title: "country" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        { field: "revenue", type: "quantitative", title, format: ",.2f" },
        { field: "share", type: "quantitative", title: "share of revenue", format: ".2%" },
      ],
    },
    layer: [
      {
        mark: { type: "bar", height: 14 },
        encoding: {
          x: {
            field: "revenue",
            type: "quantitative",
            title,
            axis: shortAxis,
            scale: { domainMax: greatest * 1.35 },
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
