import { formatNumber } from "../core/format.js";
import { moneyFormat } from "../core/money.js";
import type { CustomerCard } from "../features/customer-card.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { type ExplorerFeature, explorerFeatures, featurePanel } from "./explorer-features.js";
import { explorerOrders, ordersPanel } from "./explorer-orders.js";
import { shortenText } from "./inert-text.js";

/** A customer to choose, and why. */
export interface ExplorableCustomer {
  readonly card: CustomerCard;
  /** Such as "typical of Champions"; nothing where left out. */
  readonly why?: string;
}

/**
 * Customer cards to choose from: each number with the place that it gives the customer among all, and the orders behind
 * it over time.
 *
 * @param customers the cards of `customerCards`, the one to show first in front
 * @returns a Vega-Lite chart, for `show()`
 * @example
 * const cards = await customerCards(sales, customers, ["14646", "18102"]);
 * show(customerExplorer(cards.map((card) => ({ card }))));
 */
export function customerExplorer(customers: readonly ExplorableCustomer[]): Chart {
  const labels = customers.map(({ card, why }) => shortenText([card.customer, why].filter(Boolean).join(" · "), 60));
  const message = `${formatNumber(customers.length)} ${customers.length === 1 ? "customer" : "customers"}, each with all features: choose one below`;
  const features = explorerFeatures(customers.map(({ card }) => card));
  const { middle, end } = halvesOf(features);
  return createChart(`Interactive: cards of ${customers.length} customers, to choose below the chart. ${message}.`, {
    title: chartTitle(
      customers.length === 0 ? "There are no customers" : message,
      "bar: share of all customers at this value or below; right: the customer's own",
    ),
    params: [
      {
        name: "customer",
        value: 0,
        bind: { input: "select", options: labels.map((_, c) => c), labels, name: "customer " },
      },
      { name: "captions", value: customers.map(caption) },
    ],
    datasets: { features, orders: explorerOrders(customers.map(({ card }) => card)) },
    spacing: 22,
    vconcat: [
      {
        title: { text: { expr: "captions[customer]" }, fontSize: 13, offset: 10 },
        spacing: 26,
        hconcat: [featurePanel(0, middle), featurePanel(middle, end)],
      },
      ordersPanel(customers.map(({ card }) => card)),
    ],
  });
}

/** The features in two columns, parted where a group ends and nearest to the middle. */
function halvesOf(features: readonly ExplorerFeature[]): { middle: number; end: number } {
  const groups = new Map(features.map(({ place, group }) => [place, group]));
  const end = groups.size;
  const borders = [...groups.keys()].filter((place) => place > 0 && groups.get(place) !== groups.get(place - 1));
  const off = (place: number): number => Math.abs(place - end / 2);
  return { middle: borders.reduce((best, place) => (off(place) < off(best) ? place : best), 0), end };
}

function caption({ card }: ExplorableCustomer): string {
  const revenue = card.feature("net_revenue");
  const segment = card.feature("rfm_segment");
  const parts = [
    `Customer ${shortenText(card.customer, 24)}`,
    ...(segment === null ? [] : [shortenText(String(segment), 28)]),
    `${formatNumber(card.orders.length)} ${card.orders.length === 1 ? "order" : "orders"}`,
    ...(typeof revenue === "number" ? [`${moneyFormat(card.currency)(revenue)} net`] : []),
    `as of ${card.asOf}`,
  ];
  return parts.join(", ");
}
