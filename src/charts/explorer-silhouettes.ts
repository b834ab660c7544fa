import type { ExplorerCandidate } from "./explorer-candidate.js";
import { silhouetteGap } from "./explorer-clusters.js";
import { packedCellExpression, silhouetteExpression } from "./pack-silhouettes.js";
import { tone } from "./theme.js";

/** The silhouettes of the candidate chosen, one a customer, sorted within its cluster (Rousseeuw 1987). */
export function silhouettePanel(
  candidates: readonly ExplorerCandidate[],
  { width, height }: { readonly width: number; readonly height: number },
  color: object,
): Record<string, unknown> {
  const customers = candidates[0]!.labels.length;
  const gap = silhouetteGap(customers);
  const [low, high] = range(candidates);
  const y = { type: "quantitative", axis: null, scale: { domain: [0, 1], reverse: true, nice: false } };
  const x = { type: "quantitative", scale: { domain: [low, high], nice: true } };
  const clusters = (filter: string): object => ({
    data: { name: "clusters" },
    transform: [
      { filter: `datum.r === candidate && ${filter}` },
      { calculate: "datum.c + ' · ' + format(datum.n, ',') + ' · ' + format(datum.s, '.2f')", as: "label" },
    ],
  });
  return {
    title: {
      text: "how well each customer fits",
      subtitle: {
        expr: "[silhouetteCaptions[candidate], hasSilhouettes[candidate] ? 'right: cluster · customers · mean' : '']",
      },
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 8,
      frame: "group",
    },
    width,
    height,
    layer: [
      {
        transform: [
          { filter: "datum.c >= 0 && hasSilhouettes[candidate]" },
          { calculate: packedCellExpression(candidates.length), as: "cell" },
          { window: [{ op: "row_number", as: "row" }], sort: [{ field: "c" }, { field: "cell", order: "descending" }] },
          {
            joinaggregate: [
              { op: "count", as: "count" },
              { op: "min", field: "row", as: "first" },
            ],
            groupby: ["c", "cell"],
          },
          { calculate: silhouetteExpression("cell", "row", "first", "count"), as: "s" },
          { calculate: `(datum.row - 0.5 + datum.c * ${gap}) / silhouetteRows[candidate]`, as: "p" },
        ],
        mark: { type: "area", orient: "horizontal", interpolate: "linear", clip: true, aria: false, tooltip: null },
        encoding: {
          x: { field: "s", ...x, stack: null, title: "silhouette", axis: { tickCount: 5, format: ".1f" } },
          y: { field: "p", ...y },
          color,
        },
      },
      {
        ...clusters("isValid(datum.at)"),
        mark: { type: "text", align: "left", baseline: "middle", fontSize: 10, aria: false },
        encoding: {
          x: { value: width + 6 },
          y: { field: "at", ...y },
          text: { field: "label", type: "nominal" },
        },
      },
      {
        ...clusters("isValid(datum.from)"),
        mark: { type: "rect", opacity: 0, aria: false },
        encoding: {
          x: { value: 0 },
          x2: { value: width },
          y: { field: "from", ...y },
          y2: { field: "to" },
          tooltip: [
            { field: "c", type: "quantitative", title: "cluster" },
            { field: "n", type: "quantitative", title: "customers", format: "," },
            { field: "s", type: "quantitative", title: "mean silhouette", format: ".3f" },
            { field: "below", type: "quantitative", title: "closer to another cluster", format: ".1%" },
          ],
        },
      },
      {
        // keeps the scales where there is nothing to draw
        data: { values: [{ zero: 0, top: 0 }] },
        mark: { type: "rule", color: tone.ink, strokeWidth: 0.75, aria: false },
        encoding: { x: { field: "zero", ...x }, y: { field: "top", ...y }, y2: { value: height } },
      },
    ],
  };
}

/** The same for all candidates, so that the eye can compare them; one customer in a hundred may lie outside. */
function range(candidates: readonly ExplorerCandidate[]): [number, number] {
  let low = 0;
  let high = 0.1;
  for (const { silhouettes = [] } of candidates) {
    const sorted = Float64Array.from(silhouettes)
      .filter((value) => !Number.isNaN(value))
      .sort();
    const margin = Math.floor(sorted.length / 200);
    low = Math.min(low, sorted[margin] ?? 0);
    high = Math.max(high, sorted[sorted.length - 1 - margin] ?? 0);
  }
  return [low, high];
}
