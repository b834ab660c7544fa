import { formatNumber, formatShare } from "../core/format.js";
import { moneyFormat } from "../core/money.js";
import type { CustomerCard } from "../features/customer-card.js";
import { formatFeature } from "../features/format-feature.js";
import { Display } from "./display.js";
import { escapeHtml } from "./escape-html.js";
import { stripTags } from "./markdown.js";

/** At most so many orders are listed, the latest. */
const mostOrders = 12;

/** A customer card as two tables: every feature with its place among all customers, and the latest orders. */
export function cardDisplay(card: CustomerCard): Display {
  const segment = card.feature("rfm_segment");
  const heading = [`Customer ${card.customer}`, ...(segment === null ? [] : [String(segment)]), `as of ${card.asOf}`];
  const source = `<p><strong>${escapeHtml(heading.join(" · "))}</strong></p>${featureTable(card)}${orderTable(card)}`;
  return new Display({ "text/html": source, "text/plain": plainText(source) }, plainText(source));
}

const plainText = (source: string): string => stripTags(source.replace(/<\/t[dh]>/g, "  "));

const head = (names: readonly string[], right: readonly string[]): string =>
  `<thead><tr>${names
    .map((name) => `<th scope="col" style="text-align:${right.includes(name) ? "right" : "left"}">${name}</th>`)
    .join("")}</tr></thead>`;

const cell = (text: string, align = "left"): string => `<td style="text-align:${align}">${escapeHtml(text)}</td>`;

function featureTable({ features, currency }: CustomerCard): string {
  const names = ["feature", "value", "customers at or below", "what it is"];
  let group = "";
  const rows = features.map((feature) => {
    const opens = feature.group !== group;
    group = feature.group;
    const title = opens ? `<tr><th scope="colgroup" colspan="4" style="text-align:left">${group}</th></tr>` : "";
    const value = formatFeature(feature.value, feature.unit, currency);
    const what = feature.missing === null ? feature.definition : `empty: ${feature.missing}`;
    return `${title}<tr>${cell(feature.name)}${cell(value, "right")}${cell(percentile(feature.percentile), "right")}${cell(what)}</tr>`;
  });
  return `<table>${head(names, ["value", "customers at or below"])}<tbody>${rows.join("")}</tbody></table>`;
}

const percentile = (share: number | null): string => (share === null ? "" : formatShare(share, 0));

function orderTable({ orders, currency }: CustomerCard): string {
  const money = (amount: number): string => moneyFormat(currency)(amount, 2);
  const names = ["day", "invoice", "lines", "units", "gross", "returned", "net"];
  const rest = orders.length - mostOrders;
  const rows = orders
    .toReversed()
    .slice(0, mostOrders)
    .map((order) => {
      const numbers = [
        formatNumber(order.lines),
        formatNumber(order.units),
        ...[order.gross, order.returned, order.net].map(money),
      ];
      return `<tr>${cell(order.day)}${cell(order.invoice)}${numbers.map((text) => cell(text, "right")).join("")}</tr>`;
    });
  const foot = rest > 0 ? `<tfoot><tr><td colspan="7">and ${formatNumber(rest)} more</td></tr></tfoot>` : "";
  const caption = `<caption>${orders.length === 1 ? "The order" : `The ${formatNumber(orders.length)} orders, the latest first`}</caption>`;
  return `<table>${caption}${head(names, names.slice(2))}<tbody>${rows.join("")}</tbody>${foot}</table>`;
}
