import type { CustomerCard } from "../features/customer-card.js";
import { currencySymbol } from "./short-number.js";
import { shortAxis, tone } from "./theme.js";

/** The orders of cards, one row for what is left of an order and one for what came back of it. */
export function explorerOrders(cards: readonly CustomerCard[]): Record<string, unknown>[] {
  return cards.flatMap(({ orders }, c) =>
    orders.flatMap((order) => {
      const facts = { c, ...order };
      const kept = { ...facts, part: "kept", from: 0, to: order.net };
      return order.returned > 0 ? [kept, { ...facts, part: "returned", from: order.net, to: order.gross }] : [kept];
    }),
  );
}

/** The orders of the chosen customer over the time of all that can be chosen. */
export function ordersPanel(cards: readonly CustomerCard[]): Record<string, unknown> {
  const symbol = currencySymbol(cards[0]?.currency ?? "GBP").trim();
  const money = (field: string) => ({
    ...{ field, type: "quantitative", format: ",.2f" },
    title: `${field} (${symbol})`,
  });
  const days = cards.flatMap(({ orders, asOf }) => [...orders.map(({ day }) => day), asOf]).sort();
  const isShort = Date.parse(days.at(-1) ?? "") - Date.parse(days[0] ?? "") < 120 * 86_400_000;
  const domain = [days[0] ?? "2000-01-01", days.at(-1) ?? "2000-01-02"].map((day) => {
    const [year, month, date] = day.split("-").map(Number);
    return { year, month, date, utc: true };
  });
  return {
    title: {
      text: "The orders behind it",
      subtitle: "blue: what is left of an order after its returns; orange: what came back",
      ...{ fontSize: 12, subtitleFontSize: 11, offset: 6, frame: "group" },
    },
    width: 560,
    height: 130,
    data: { name: "orders" },
    transform: [{ filter: "datum.c === customer" }],
    mark: { type: "rule", strokeWidth: 3, opacity: 0.85 },
    encoding: {
      x: {
        field: "day",
        type: "temporal",
        timeUnit: "utcyearmonthdate",
        title: null,
        axis: { format: isShort ? "%-d %b" : "%b %Y", tickCount: 8, grid: false, labelOverlap: true },
        scale: { type: "utc", domain },
      },
      y: { field: "from", type: "quantitative", title: `value of the order, ${symbol}`, axis: shortAxis },
      y2: { field: "to" },
      color: {
        field: "part",
        type: "nominal",
        title: null,
        scale: { domain: ["kept", "returned"], range: [tone.main, tone.removed] },
        legend: null,
      },
      tooltip: [
        { field: "invoice", type: "nominal", title: "invoice" },
        { field: "day", type: "nominal", title: "day" },
        { field: "lines", type: "quantitative", title: "lines", format: "," },
        { field: "units", type: "quantitative", title: "units", format: "," },
        money("gross"),
        money("returned"),
        money("net"),
      ],
    },
  };
}
