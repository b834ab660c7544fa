import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { tone } from "./theme.js";

/** A group of customers and how long ago each bought. */
export interface RecencyGroup {
  /** What the group is, such as "published rules". */
  readonly name: string;
  /** The segment, such as "Lost". */
  readonly segment: string;
  /** The last day that counts as lately, and how many customers bought by it. */
  readonly days: number;
  readonly recent: number;
  readonly customers: number;
  /** Days since the last order, one a customer. */
  readonly recencyDays: ArrayLike<number>;
}

/**
 * Shows how long ago the customers of a segment bought, under several ways to make segments, one below the other: whom
 * published rules call "Lost" beside whom our map does.
 *
 * @param groups what `boughtWithin` gives, each with a `name`; the first one is the message
 * @returns a Vega-Lite chart, for `show()`
 */
export function recencyHistogram(groups: readonly RecencyGroup[]): Chart {
  const first = groups[0];
  const message =
    first && first.customers > 0
      ? `Of the ${formatNumber(first.customers)} customers “${shortenText(first.segment, 28)}” by ` +
        `${shortenText(first.name, 40)}, ${formatShare(first.recent / first.customers)} bought within ${first.days} days`
      : "There are no such customers";
  const days = first?.days ?? 90;
  const step = binWidth(days);
  const panels = groups.map((group) => ({ title: panelOf(group), values: binsOf(group, step, days) }));
  const all = panels.flatMap(({ values }) => values);
  const most = Math.max(1, ...all.map(({ customers }) => customers));
  const last = Math.max(step, ...all.map(({ to }) => to));
  return createChart(`Histograms of days since the last order. ${message}.`, {
    title: chartTitle(message),
    spacing: 18,
    vconcat: panels.map(({ title, values }, i) => ({
      title: { text: title, fontSize: 12, offset: 6 },
      width: 560,
      height: 120,
      data: { values },
      mark: { type: "bar", binSpacing: 1 },
      encoding: {
        x: {
          field: "from",
          type: "quantitative",
          bin: { binned: true, step },
          title: i === panels.length - 1 ? "days since the last order" : null,
          axis: { grid: false, format: ",d", tickMinStep: step },
          scale: { domain: [0, last], nice: false },
        },
        x2: { field: "to" },
        y: {
          field: "customers",
          type: "quantitative",
          title: "customers",
          axis: { tickCount: 4, format: ",d" },
          scale: { domain: [0, most] },
        },
        color: {
          field: "when",
          type: "nominal",
          title: null,
          scale: { domain: [`bought within ${days} days`, "longer ago"], range: [tone.accent, tone.muted] },
          legend: { orient: "top" },
        },
        tooltip: [
          { field: "from", type: "quantitative", title: "more than, days", format: "," },
          { field: "to", type: "quantitative", title: "up to, days", format: "," },
          { field: "customers", type: "quantitative", title: "customers", format: "," },
          { field: "share", type: "quantitative", title: "share of the group", format: ".1%" },
        ],
      },
    })),
  });
}

// the last recent day ends a bin
function binWidth(days: number): number {
  return days / ([3, 4, 5, 2].find((parts) => Number.isInteger(days / parts)) ?? 1);
}

function binsOf(group: RecencyGroup, step: number, recentDays: number) {
  const counts = new Map<number, number>();
  // the last day of a bin belongs to it: day 90 is still within 90 days
  for (const days of Array.from(group.recencyDays)) {
    const bin = Math.max(0, Math.ceil(days / step) - 1);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([bin, customers]) => ({
      from: bin * step,
      to: (bin + 1) * step,
      customers,
      share: customers / group.customers,
      when: (bin + 1) * step <= recentDays ? `bought within ${recentDays} days` : "longer ago",
    }));
}

function panelOf({ name, segment, customers }: RecencyGroup): string {
  return `“${shortenText(segment, 28)}” by ${shortenText(name, 40)}: ${formatNumber(customers)} customers`;
}
