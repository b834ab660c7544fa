import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { labelAlphabet, packedLabelExpression, packLabels } from "./pack-labels.js";
import { roundTo } from "./short-number.js";
import { chartWidth, clusterColour } from "./theme.js";

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
 * Shows the same map once for each clustering, side by side; a cluster's colour is its number's.
 *
 * @param points one position a customer, such as the first two principal components
 * @param panels the clusterings to compare
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when points and labels differ in number
 */
export function clusterMaps(points: MapPoints, panels: readonly MapPanel[]): Chart {
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
  const clusters = Math.max(0, ...counts.map((found) => found.clusters));
  const domain = Array.from({ length: clusters + 1 }, (_, i) => i - 1);
  const side = panels.length > 3 ? 140 : Math.floor((chartWidth - 20 * panels.length) / Math.max(1, panels.length));
  const message = `${formatNumber(n)} customers, ${panels
    .map((panel, i) => `${shortenText(panel.title, 24)} ${counts[i]!.clusters}`)
    .join(", ")} groups`;
  return createChart(`Maps of the same ${n} customers, coloured by ${panels.length} clusterings. ${message}.`, {
    title: chartTitle(message, "the same map each time: first two principal components; grey: noise"),
    params: [{ name: "alphabet", value: labelAlphabet }],
    data: { values },
    columns: panels.length > 3 ? 4 : Math.max(1, panels.length),
    spacing: 18,
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
        color: { field: "c", type: "nominal", scale: { domain, range: domain.map(clusterColour) }, legend: null },
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

function count(labels: Int32Array): { clusters: number; noise: number } {
  let clusters = 0;
  let noise = 0;
  for (const label of labels) {
    clusters = Math.max(clusters, label + 1);
    if (label < 0) noise++;
  }
  return { clusters, noise };
}
