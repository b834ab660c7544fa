import { reshuffledShare } from "../clustering/metrics/reshuffled-share.js";
import { SegmentLabError } from "../core/errors.js";
import { formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { type FlowBar, type FlowLayout, flowLayout } from "./flow-layout.js";
import { barLayer, flowBarWidth, flowHeading, flowLabels, ribbonLayer } from "./flow-marks.js";
import { shortenText } from "./inert-text.js";
import { labelFlow } from "./label-flow.js";
import { matchedColours } from "./matched-colours.js";
import { clusterColour, noiseColour } from "./theme.js";

/** The labels that an algorithm gives for one number of groups. */
export interface LabelsOfK {
  readonly k: number;
  /** One label a customer, −1 is noise. */
  readonly labels: ArrayLike<number>;
}

const width = 640;
const height = 400;
const margins = { left: 12, right: 96 };

/**
 * Shows how customers move as the number of groups grows: one column a k, ribbons between them. A group that only splits
 * sends out ribbons; one that gathers from several is not the part of any group before it. A group keeps the colour of
 * the one before that it shares most customers with (Hungarian method).
 *
 * @param steps labels of the same customers for two or more k, ascending
 * @param options `algorithm`: named in the title
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when the steps differ in their number of customers
 */
export function kFlow(steps: readonly LabelsOfK[], options: { readonly algorithm?: string } = {}): Chart {
  const n = steps[0]?.labels.length ?? 0;
  for (const { k, labels } of steps) {
    if (labels.length !== n)
      throw new SegmentLabError("bad-value", `${labels.length} labels of k = ${k} for ${n} customers`);
  }
  const columns = columnsOf(steps, n * 0.02);
  const gap = (width - margins.left - margins.right - flowBarWidth) / Math.max(1, steps.length - 1);
  const xOf = (column: number): number => margins.left + column * gap;
  const total = Math.max(0, ...columns.bars.flat().map(({ bottom }) => bottom));
  const frame = { width, height, customers: n, total };
  const fillOf = (column: number, name: string): string => columns.colours[column]!.get(name)!;
  const ribbons = columns.layouts.flatMap((layout, c) =>
    layout.ribbons.map((ribbon) => ({
      ribbon: { ...ribbon, from: `k = ${steps[c]!.k}, ${ribbon.from}`, to: `k = ${steps[c + 1]!.k}, ${ribbon.to}` },
      x0: xOf(c) + flowBarWidth,
      x1: xOf(c + 1),
      look: {
        fill: fillOf(c, ribbon.from),
        opacity: fillOf(c, ribbon.from) === fillOf(c + 1, ribbon.to) ? 0.6 : 0.35,
        share: ribbon.customers / layout.left.find(({ name }) => name === ribbon.from)!.customers,
      },
    })),
  );
  const bars = columns.bars.flatMap((column, c) =>
    column.map((bar) => ({ bar, x: xOf(c), column: `k = ${steps[c]!.k}`, fill: fillOf(c, bar.name) })),
  );
  const message = messageOf(steps, columns.layouts, options.algorithm);
  return createChart(`Flow of ${n} customers between the groups for growing k, as ribbons. ${message}.`, {
    title: chartTitle(
      message,
      "height: customers; a group keeps the colour of the one it shares most customers with",
      width,
    ),
    width,
    height,
    layer: [
      ribbonLayer(ribbons, frame),
      barLayer(bars, frame, "group"),
      flowLabels(columns.bars.at(-1) ?? [], frame, "left", xOf(steps.length - 1) + flowBarWidth + 6),
      ...steps.map(({ k }, c) => flowHeading(`${c === 0 ? "k = " : ""}${k}`, "center", xOf(c) + flowBarWidth / 2)),
    ],
  });
}

interface Columns {
  readonly bars: FlowBar[][];
  readonly layouts: FlowLayout[];
  readonly colours: Map<string, string>[];
}

function columnsOf(steps: readonly LabelsOfK[], gap: number): Columns {
  const first = steps[0];
  if (!first) return { bars: [], layouts: [], colours: [] };
  const start = labelFlow(first.labels, first.labels);
  const bars = [[...flowLayout(start.flow, { from: start.left, to: start.left }, gap).left]];
  const layouts: FlowLayout[] = [];
  let numbers = Array.from(first.labels).reduce((most, label) => Math.max(most, label + 1), 0);
  let own = Array.from({ length: numbers }, (_, cluster) => cluster);
  const colours = [coloursOf(own)];
  let order = start.left;
  steps.slice(1).forEach(({ labels }, s) => {
    const before = steps[s]!.labels;
    const { flow, right } = labelFlow(before, labels, order);
    const layout = flowLayout(flow, { from: order, to: right }, gap);
    const known = own;
    own = matchedColours(before, labels, (cluster) => known[cluster]!);
    numbers = Math.max(numbers, ...own.map((number) => number + 1));
    colours.push(coloursOf(own));
    layouts.push(layout);
    bars.push([...layout.right]);
    order = right;
  });
  return { bars, layouts, colours };
}

function coloursOf(numbers: readonly number[]): Map<string, string> {
  return new Map([
    ["noise", noiseColour],
    ...numbers.map((number, cluster) => [`cluster ${cluster}`, clusterColour(number)] as const),
  ]);
}

function messageOf(steps: readonly LabelsOfK[], layouts: readonly FlowLayout[], algorithm?: string): string {
  if ((steps[0]?.labels.length ?? 0) === 0) return "There are no customers";
  if (layouts.length === 0) return `There is only k = ${steps[0]!.k}`;
  const shares = steps.slice(1).map(({ labels }, i) => reshuffledShare(steps[i]!.labels, labels));
  const most = shares.indexOf(Math.max(...shares));
  const name = algorithm ? `${shortenText(algorithm, 30)}: ` : "";
  const step = `the step from ${steps[most]!.k} to ${steps[most + 1]!.k} groups`;
  if (shares[most] === 0) return `${name}every step only splits groups: nobody is reshuffled`;
  return (
    `${name}${step} reshuffles most: ${formatShare(shares[most]!, 0)} of the customers join a group that mostly comes ` +
    "from elsewhere"
  );
}
