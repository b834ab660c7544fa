import { SegmentLabError } from "../core/errors.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { roundTo } from "./short-number.js";
import { tone } from "./theme.js";

const most = 1500;

/**
 * Shows every customer's distance to the nearest neighbour that would make it a core point of DBSCAN, sorted, with
 * the knee and eps (Ester et al., 1996, section 4.2). At most 1,500 of the points are drawn, each exact.
 *
 * @param sorted the distances in order, ascending or descending
 * @param options `knee`: index of the knee in `sorted`; `eps`: the radius chosen; `minPoints`: DBSCAN's other option
 * @returns a Vega-Lite chart, for `show()`
 * @throws SegmentLabError `bad-option` when the knee is no index of the distances
 */
export function kDistancePlot(
  sorted: Float64Array,
  options: { readonly knee: number; readonly eps: number; readonly minPoints: number },
): Chart {
  const { knee, eps, minPoints } = options;
  const n = sorted.length;
  if (!(knee in sorted)) throw new SegmentLabError("bad-option", `knee ${knee} is no index of ${n} distances`);
  let beyond = 0;
  for (const distance of sorted) if (distance > eps) beyond++;
  const message =
    `At eps = ${formatNumber(eps, 2)}, ${formatShare(1 - beyond / n)} of the customers have ` +
    `${minPoints} points within reach`;
  const step = Math.max(1, Math.ceil(n / (most - 2)));
  const kept = [...new Set([...Array.from({ length: Math.ceil(n / step) }, (_, i) => i * step), knee, n - 1])];
  const values = kept.sort((a, b) => a - b).map((i) => ({ i: i + 1, d: roundTo(sorted[i]!, 5) }));
  const x = { field: "i", type: "quantitative", title: "customers, in order of the distance", axis: { format: ",d" } };
  const y = { field: "d", type: "quantitative", title: `distance to the ${minPoints}th point, itself counted` };
  const mark = (text: string): Record<string, unknown> => ({ text });
  return createChart(
    `Sorted distances to the neighbour that completes ${minPoints} points. ${message}. ` +
      `${values.length} of ${n} points are drawn, each exact.`,
    {
      title: chartTitle(message, `the other ${formatNumber(beyond)} are noise or border points; ring: the knee`),
      width: 520,
      height: 280,
      layer: [
        {
          data: { values },
          mark: { type: "line", strokeWidth: 2 },
          encoding: { x: { ...x, scale: { domain: [0, n], nice: false } }, y },
        },
        {
          data: { values: [{ d: eps, ...mark(`eps = ${formatNumber(eps, 2)}`) }] },
          layer: [
            { mark: { type: "rule", strokeDash: [6, 4], color: tone.accent }, encoding: { y } },
            {
              mark: { type: "text", align: "left", x: 6, dy: -8, color: tone.accent, fontWeight: 600 },
              encoding: { y, text: { field: "text", type: "nominal" } },
            },
          ],
        },
        {
          data: { values: [{ i: knee + 1, d: sorted[knee]! }] },
          mark: { type: "point", size: 150, strokeWidth: 2, color: tone.accent, opacity: 1 },
          encoding: {
            x,
            y,
            tooltip: [
              { field: "i", type: "quantitative", title: "knee at customer", format: "," },
              { field: "d", type: "quantitative", title: "distance", format: ".3f" },
            ],
          },
        },
        {
          data: { values },
          mark: { type: "point", filled: true, size: 40, opacity: 0, aria: false },
          encoding: {
            x,
            y,
            tooltip: [
              { field: "i", type: "quantitative", title: "customer", format: "," },
              { field: "d", type: "quantitative", title: "distance", format: ".3f" },
            ],
          },
        },
      ],
    },
  );
}
