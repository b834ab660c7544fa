import { SegmentLabError } from "../core/errors.js";
import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import type { ExplorerCandidate } from "./explorer-candidate.js";
import { meanSilhouette, silhouetteCaption } from "./explorer-captions.js";
import { explorerClusters, silhouetteRows } from "./explorer-clusters.js";
import { explorerControls } from "./explorer-controls.js";
import { columnLevels, type ExplorerColumn } from "./explorer-levels.js";
import { customerList } from "./explorer-list.js";
import { type ExplorerLayout, type ExplorerTooltip, mapPanel, mapParams, mapTransforms } from "./explorer-map.js";
import { levelTransforms, profilePanel, profileParams } from "./explorer-profile.js";
import { checkLengths, explorerRows } from "./explorer-rows.js";
import { silhouettePanel } from "./explorer-silhouettes.js";
import { sizesPanel } from "./explorer-sizes.js";
import { stabilityPanel } from "./explorer-stability.js";
import { mapDigits } from "./map-digits.js";
import { labelAlphabet, packedLabelExpression } from "./pack-labels.js";
import { clusterColour } from "./theme.js";

/** Where each customer stands on the map and what the pointer shows of it. */
export interface ExplorerPoints {
  readonly ids: readonly string[];
  /** Principal components. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** A second map to choose, as `umapMap` gives it. */
  readonly umap?: { readonly x: Float64Array; readonly y: Float64Array };
  /** At most four columns. */
  readonly tooltip?: readonly ExplorerTooltip[];
}

/** What `clusterExplorer` takes beside its data. */
export interface ExplorerOptions {
  /** One a customer. */
  readonly revenue?: Float64Array;
  /** Index of the candidate to show first; 0 where left out. */
  readonly start?: number;
  /** What is not offered, and why, in a sentence without a full stop. */
  readonly note?: string;
}

/** Where the panels on the right begin, in pixels. */
const column = 415;
const left = { width: 340, height: 340 };
const right = { width: 225, height: 340 };
const below = { width: 245, height: 230 };
const stability = { width: 118, height: 230 };

/**
 * One linked chart of many clusterings: choose preparation, algorithm, its setting and the map by the inputs; map,
 * sizes, silhouettes, stability and profile follow. Dragging over the map restricts sizes and profile to those customers;
 * a click beside them, or another map, shows all again.
 *
 * @param points one place a customer, such as the first two principal components
 * @param candidates the clusterings to choose from; those with the same `parameterName` share an input
 * @param profile the columns to describe the groups by
 * @param options `revenue`: one a customer; `start`: index of the candidate to show first; `note`: what is not offered
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-value` when lengths differ or candidates repeat, `bad-option` for more than four columns
 */
export function clusterExplorer(
  points: ExplorerPoints,
  candidates: readonly ExplorerCandidate[],
  profile: readonly ExplorerColumn[],
  options: ExplorerOptions = {},
): Chart {
  const { revenue, start = 0, note } = options;
  const { ids, umap, tooltip = [] } = points;
  if (tooltip.length > 4) {
    throw new SegmentLabError("bad-option", `${tooltip.length} tooltip columns are too many; choose at most 4`);
  }
  checkLengths(points, candidates, profile, revenue);
  const controls = explorerControls(candidates, start);
  const levels = profile.map(columnLevels);
  const layouts = layoutsOf(points);
  const most = candidates.reduce((high, { labels }) => labels.reduce((a, b) => Math.max(a, b), high), 0);
  const domain = Array.from({ length: Math.min(most, labelAlphabet.length - 2) + 2 }, (_, i) => i - 1);
  const color = { field: "c", type: "nominal", scale: { domain, range: domain.map(clusterColour) }, legend: null };
  const means = candidates.map(meanSilhouette);
  const isStable = candidates.map(({ jaccards = [] }) => Array.from(jaccards).some(Number.isFinite));
  const wide = [
    mapPanel(left, tooltip, color, "each dot: a customer; drag to choose some"),
    sizesPanel(revenue !== undefined, color, right),
  ];
  const narrow = [
    ...(means.some((mean) => mean !== null) ? [silhouettePanel(candidates, below, color)] : []),
    ...(candidates.some(({ jaccards }) => jaccards) ? [stabilityPanel(stability, color)] : []),
  ];
  const rows = [
    { spacing: column - left.width, panels: wide },
    { spacing: column - below.width, panels: narrow },
    { spacing: 0, panels: profile.length === 0 ? [] : [profilePanel(profile, 390, color)] },
  ].filter(({ panels }) => panels.length > 0);
  const message = messageOf(ids.length, candidates, means);
  const inputs = [...controls.inputs, ...(umap ? ["map"] : [])];
  const how =
    "drag over the map to see sizes and profile of the customers inside; click beside to see all" +
    (note === undefined ? "" : `. ${note}`);
  return createChart(
    `Interactive: ${message}. A map of the customers, the size of each group, silhouettes, stability where it was ` +
      `measured, and a profile of ${profile.length} columns follow the inputs ${inputs.join(", ")}.`,
    {
      title: chartTitle(message, how),
      usermeta: { inputs: "above", customerList: customerList(layouts.length, tooltip) },
      datasets: {
        customers: explorerRows(points, candidates, levels, revenue),
        clusters: explorerClusters(candidates, below.height),
      },
      data: { name: "customers" },
      params: [
        ...controls.params,
        ...mapParams(layouts),
        { name: "alphabet", value: labelAlphabet },
        { name: "hasSilhouettes", value: means.map((mean) => mean !== null) },
        { name: "silhouetteRows", value: candidates.map(silhouetteRows) },
        { name: "silhouetteCaptions", value: candidates.map(silhouetteCaption) },
        { name: "isStable", value: isStable },
        ...profileParams(profile, levels),
      ],
      // what hangs on no input stands first: it is read once
      transform: [
        ...levelTransforms(profile, 2 * candidates.length),
        ...mapTransforms(layouts),
        { calculate: packedLabelExpression("candidate"), as: "c" },
      ],
      spacing: 20,
      // columns begin where those above begin, whatever stands between them
      vconcat: rows.map(({ spacing, panels }) => ({ spacing, bounds: "flush", hconcat: panels })),
    },
  );
}

function layoutsOf({ x, y, umap }: ExplorerPoints): ExplorerLayout[] {
  const components: ExplorerLayout = { name: "PCA", axes: ["component 1", "component 2"], digits: mapDigits(x, y) };
  if (!umap) return [components];
  return [components, { name: "UMAP", axes: ["UMAP 1", "UMAP 2"], digits: mapDigits(umap.x, umap.y) }];
}

function messageOf(
  customers: number,
  candidates: readonly ExplorerCandidate[],
  means: readonly (number | null)[],
): string {
  const ways = `${candidates.length} ${candidates.length === 1 ? "way" : "ways"}`;
  const grouped = `${formatNumber(customers)} customers grouped in ${ways}`;
  const known = means.filter((mean) => mean !== null);
  if (known.length === 0) return grouped;
  const [low, high] = [Math.min(...known), Math.max(...known)].map((mean) =>
    formatNumber(mean, 2).replace("-", "−"),
  ) as [string, string];
  return `${grouped}: mean silhouettes ${low === high ? `of ${low}` : `from ${low} to ${high}`}`;
}
