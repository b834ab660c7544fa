import { tone } from "./theme.js";

/** How a mean Jaccard index reads, after Hennig (2007). */
const wordOf =
  'datum.j >= 0.85 ? "highly stable" : datum.j >= 0.75 ? "stable" : datum.j >= 0.6 ? "a pattern" : ' +
  'datum.j > 0.5 ? "doubtful" : "dissolves"';

/** How well each cluster of the candidate chosen comes back when customers are drawn anew, with the bands of Hennig (2007). */
export function stabilityPanel(
  { width, height }: { readonly width: number; readonly height: number },
  color: object,
): Record<string, unknown> {
  const y = {
    field: "c",
    type: "nominal",
    title: "cluster",
    axis: { labelOverlap: true, minExtent: 36 },
    scale: { paddingInner: 0.25 },
  };
  const x = { type: "quantitative", scale: { domain: [0, 1], nice: false } };
  return {
    title: {
      text: "does it come back?",
      subtitle: {
        expr:
          'isStable[candidate] ? ["mean Jaccard index over resamples", "lines at 0.6, 0.75, 0.85: Hennig (2007)"]' +
          ' : ["not measured for this clustering", ""]',
      },
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 8,
    },
    width,
    height,
    data: { name: "clusters" },
    transform: [
      { filter: "datum.r === candidate && datum.c >= 0" },
      { calculate: "isValid(datum.j) ? datum.j : null", as: "j" },
      { calculate: `isValid(datum.j) ? ${wordOf} : "not measured"`, as: "word" },
      { calculate: 'isValid(datum.j) ? format(datum.j, ".2f") + " " + datum.word : ""', as: "reading" },
    ],
    encoding: { y },
    layer: [
      {
        mark: { type: "bar", aria: false },
        encoding: {
          x: {
            field: "j",
            ...x,
            title: "mean Jaccard index",
            stack: null,
            axis: { values: [0, 0.5, 1], format: ".1~f", grid: false },
          },
          color,
          tooltip: [
            { field: "c", type: "quantitative", title: "cluster" },
            { field: "n", type: "quantitative", title: "customers", format: "," },
            { field: "j", type: "quantitative", title: "mean Jaccard index", format: ".3f" },
            { field: "word", type: "nominal", title: "reads as (Hennig 2007)" },
          ],
        },
      },
      {
        transform: [{ joinaggregate: [{ op: "count", as: "groups" }] }, { filter: "datum.groups <= 18" }],
        mark: { type: "text", align: "left", fontSize: 10, aria: false },
        encoding: { x: { value: width + 6 }, text: { field: "reading", type: "nominal" } },
      },
      {
        data: { values: [{ from: 0.6 }, { from: 0.75 }, { from: 0.85 }] },
        mark: { type: "rule", strokeDash: [3, 3], color: tone.soft, aria: false },
        encoding: { x: { field: "from", ...x }, y: null },
      },
    ],
  };
}
