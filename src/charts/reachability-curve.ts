import type { ReachabilityPlot } from "../clustering/density/reachability-plot.js";
import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { roundTo } from "./short-number.js";
import { clusterColour, noiseColour, tone } from "./theme.js";

// more bars than this no screen resolves
const most = 6000;

/**
 * Draws the reachability plot of OPTICS (Ankerst et al. 1999): customers in the order in which they were reached, each with
 * the distance at which that happened. Valleys are dense groups, peaks part them. Of more than 6,000 customers the
 * highest of every two, three, … is drawn.
 *
 * @param plot `clustering.model.plot` of an OPTICS run
 * @param labels one cluster a customer, −1 is noise
 * @param options `eps`: draws the cut at this distance
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when labels and plot differ in number
 */
export function reachabilityCurve(
  plot: ReachabilityPlot,
  labels: ArrayLike<number>,
  options: { readonly eps?: number } = {},
): Chart {
  const { ordering, reachability } = plot;
  const n = ordering.length;
  if (labels.length !== n)
    throw new SegmentLabError("bad-value", `${labels.length} labels for ${n} customers of the plot`);
  const { eps } = options;
  const finite = reachability.filter(Number.isFinite).sort();
  const farthest = finite.at(-1) ?? 0;
  // a few outsiders are reached from so far that they would flatten all valleys
  const high = Math.max(eps ?? 0, finite[Math.floor((finite.length - 1) * 0.99)] ?? 0);
  const top = Math.min(high * 1.2, Math.max(high, farthest) * 1.04) || 1;
  const step = Math.max(1, Math.ceil(n / most));
  const sizes = new Map<number, number>();
  const values: { p: number; r: number; g: string; run: number }[] = [];
  for (let i = 0; i < n; i++) sizes.set(labels[i]!, (sizes.get(labels[i]!) ?? 0) + 1);
  const nameOf = (label: number): string =>
    `${label < 0 ? "noise" : `cluster ${label}`} · ${formatNumber(sizes.get(label) ?? 0)}`;
  for (let from = 0; from < n; from += step) {
    let peak = ordering[from]!;
    for (const row of ordering.subarray(from, from + step)) if (reachability[row]! > reachability[peak]!) peak = row;
    const r = roundTo(Math.min(top, reachability[peak]!), 4);
    const g = nameOf(labels[peak]!);
    const last = values.at(-1);
    // an area a run of one colour, closed where the next begins
    if (last && last.g !== g) values.push({ ...last, p: from });
    values.push({ p: from, r, g, run: last ? last.run + (last.g === g ? 0 : 1) : 0 });
  }
  const end = values.at(-1);
  if (end) values.push({ ...end, p: n });
  const clusters = [...sizes.keys()].filter((label) => label >= 0).sort((a, b) => a - b);
  const groups = sizes.has(-1) ? [...clusters, -1] : clusters;
  const noise = sizes.get(-1) ?? 0;
  const message = messageOf(n, clusters.length, noise);
  const cutOff = farthest > top ? `; cut off at ${formatNumber(top, 1)} of up to ${formatNumber(farthest, 1)}` : "";
  const y = {
    field: "r",
    type: "quantitative",
    title: "distance at which they were reached",
    stack: null,
    scale: { domain: [0, top], nice: false },
  };
  const cut =
    eps === undefined
      ? []
      : [
          {
            data: { values: [{ r: eps, text: `eps = ${formatNumber(eps, 2)}` }] },
            layer: [
              { mark: { type: "rule", strokeDash: [6, 4], color: tone.ink }, encoding: { y } },
              {
                mark: { type: "text", align: "right", x: 556, dy: -7, fontWeight: 600 },
                encoding: { y, text: { field: "text", type: "nominal" } },
              },
            ],
          },
        ];
  return createChart(
    `Reachability plot of OPTICS over ${n} customers${step > 1 ? `, the highest of every ${step} drawn` : ""}. ${message}.`,
    {
      title: chartTitle(message, `valleys: dense groups, the deeper the denser; peaks part them${cutOff}`),
      width: 560,
      height: 300,
      layer: [
        {
          data: { values },
          mark: { type: "area", interpolate: "step-after", aria: false },
          encoding: {
            x: {
              field: "p",
              type: "quantitative",
              title: "customers, in the order of OPTICS",
              axis: { format: ",d", grid: false },
              scale: { domain: [0, Math.max(1, n)], nice: false },
            },
            detail: { field: "run", type: "nominal" },
            y,
            color: {
              field: "g",
              type: "nominal",
              title: null,
              scale: {
                domain: groups.map(nameOf),
                range: groups.map((label) => (label < 0 ? noiseColour : clusterColour(label))),
              },
              legend: { orient: "bottom", columns: 4, symbolType: "square", symbolLimit: 16 },
            },
            tooltip: [{ field: "g", type: "nominal", title: "group" }],
          },
        },
        ...cut,
      ],
    },
  );
}

function messageOf(n: number, clusters: number, noise: number): string {
  if (n === 0) return "There are no customers";
  if (clusters === 0) return `OPTICS finds no group: all ${formatNumber(n)} customers are noise`;
  const groups = clusters === 1 ? "one group" : `${clusters} groups`;
  const rest = noise === 0 ? "nobody is noise" : `${formatNumber(noise)} ${noise === 1 ? "is" : "are"} noise`;
  return `OPTICS finds ${groups} with ${formatShare(1 - noise / n)} of the customers; ${rest}`;
}
