import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { matchedColours, sharedColour } from "./matched-colours.js";
import { labelAlphabet, packedLabelExpression, packLabels } from "./pack-labels.js";
import { roundTo } from "./short-number.js";
import { chartWidth, clusterColour, noiseColour } from "./theme.js";

/** Where each customer stands on the map. */
export interface MapPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly ids: readonly string[];
}

/** A clustering to colour the map by. */
export interface MapPanel {
  readonly title: string;
  /** One a customer, −1 is noise. */
  readonly labels: Int32Array;
}

/**
 * Shows the same map once for each clustering, side by side. A group has the colour of the group of the first clustering
 * that it shares most customers with (Hungarian method).
 *
 * @param points one position a customer, such as the first two principal components
 * @param panels the clusterings to compare; the first lends its colours
 * @param options `colours`: "matched", or "numbers" for the colour of each cluster's own number
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when points and labels differ in number
 */
export function clusterMaps(
  points: MapPoints,
  panels: readonly MapPanel[],
  options: { readonly colours?: "matched" | "numbers" } = {},
): Chart {
  const { colours = "matched" } = options;
  const n = points.ids.length;
  for (const panel of panels) {
    if (panel.labels.length !== n) {
      throw new SegmentLabError("bad-value", `${panel.labels.length} labels of "${panel.title}" for ${n} points`);
    }
  }
  const packed = packLabels(panels.map((panel) => panel.labels));
  const values = packed.map((l, i) => ({
    x: roundTo(points.x[i]!, 3),
    y: roundTo(points.y[i]!, 3),
    i: points.ids[i],
    l,
  }));
  const counts = panels.map((panel) => count(panel.labels));
  const numbersOf = (panel: MapPanel, i: number): number[] =>
    colours === "matched" && i > 0
      ? matchedColours(panels[0]!.labels, panel.labels)
      : Array.from({ length: counts[i]!.clusters }, (_, cluster) => cluster);
  const side = panels.length > 3 ? 140 : Math.floor((chartWidth - 20 * panels.length) / Math.max(1, panels.length));
  const message = messageOf(n, panels, counts);
  return createChart(`Maps of the same ${n} customers, coloured by ${panels.length} clusterings. ${message}.`, {
    title: chartTitle(message, subtitleOf(colours, panels)),
    params: [{ name: "alphabet", value: labelAlphabet }],
    data: { values },
    columns: panels.length > 3 ? 4 : Math.max(1, panels.length),
    spacing: 18,
    resolve: { scale: { color: "independent" } },
    concat: panels.map((panel, i) => ({
      title: {
        text: shortenText(panel.title, Math.floor(side / 7)),
        subtitle: `${counts[i]!.clusters} ${counts[i]!.clusters === 1 ? "group" : "groups"}, noise ${formatShare(counts[i]!.noise / n)}`,
        fontSize: 12,
        subtitleFontSize: 11,
        offset: 6,
      },
      width: side,
      height: side,
      transform: [{ calculate: packedLabelExpression(i), as: "c" }],
      mark: { type: "circle", size: 7, opacity: 0.6, aria: false },
      encoding: {
        x: { field: "x", type: "quantitative", title: "component 1", axis: quiet },
        y: { field: "y", type: "quantitative", title: i === 0 ? "component 2" : null, axis: quiet },
        color: { field: "c", type: "nominal", scale: colourScale(numbersOf(panel, i)), legend: null },
        tooltip: [
          { field: "i", type: "nominal", title: "customer" },
          { field: "c", type: "quantitative", title: "cluster (−1 noise)" },
        ],
      },
    })),
  });
}

// the scale of a component means nothing to a reader
const quiet = { labels: false, ticks: false, grid: false };

function colourScale(numbers: readonly number[]): { domain: number[]; range: string[] } {
  return { domain: [-1, ...numbers.keys()], range: [noiseColour, ...numbers.map(clusterColour)] };
}

function subtitleOf(colours: "matched" | "numbers", panels: readonly MapPanel[]): string {
  const first = panels[0];
  const same = first && panels.length > 1 && colours === "matched";
  const lent = same ? `; colours: the group of ${shortenText(first.title, 24)} that shares most customers` : "";
  const each = panels.length > 1 ? "the same map each time: " : "";
  return `${each}first two principal components${lent}; grey: noise`;
}

function messageOf(n: number, panels: readonly MapPanel[], counts: readonly { clusters: number }[]): string {
  const [first, ...others] = panels;
  const name = (panel: MapPanel): string => shortenText(panel.title, 24);
  if (first && n > 0 && others.length === 0) {
    const { clusters } = counts[0]!;
    return `${name(first)} parts ${formatNumber(n)} customers into ${formatNumber(clusters)} ${clusters === 1 ? "group" : "groups"}`;
  }
  if (!first || n === 0)
    return `${formatNumber(n)} customers, ${panels.map((panel, i) => `${name(panel)} ${counts[i]!.clusters}`).join(", ")} groups`;
  const shares = others.map((panel) => ({ share: sharedColour(first.labels, panel.labels), panel }));
  const who = `of the customers of ${name(first)} keep their group`;
  if (shares.length <= 3) {
    const [one, ...rest] = shares.map(({ share, panel }) => ({
      share: formatShare(share, 0),
      by: `under ${name(panel)}`,
    }));
    return [`${one!.share} ${who} ${one!.by}`, ...rest.map(({ share, by }) => `${share} ${by}`)].join(", ");
  }
  shares.sort((a, b) => a.share - b.share);
  const ends = [shares[0]!, shares.at(-1)!].map(({ share, panel }) => `${formatShare(share, 0)} (${name(panel)})`);
  return `Between ${ends.join(" and ")} ${who}`;
}

function count(labels: Int32Array): { clusters: number; noise: number } {
  let clusters = 0;
  let noise = 0;
  for (const label of labels) {
    clusters = Math.max(clusters, label + 1);
    if (label < 0) noise++;
  }
  return { clusters, noise };
}
