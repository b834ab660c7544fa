import type { HdbscanModel } from "../clustering/clusterer.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { icicleLayout } from "./icicle-layout.js";
import { roundTo } from "./short-number.js";
import { clusterColour, tone } from "./theme.js";

/**
 * Draws the condensed tree of HDBSCAN (Campello, Moulavi and Sander 2013) as icicles: downwards the density that is asked
 * for grows, a branch loses the customers who are not that close to each other, or splits. Coloured are the branches that
 * were chosen as groups, paler what they split into.
 *
 * @param model `clustering.model` of an HDBSCAN run
 * @returns a Vega-Lite chart, for `show()`
 */
export function condensedTreeIcicle({ tree, chosen }: Pick<HdbscanModel, "tree" | "chosen">): Chart {
  const { parent, birth, death, size, stability } = tree;
  const all = size[0] ?? 0;
  const { edges, middles, from, to } = icicleLayout(tree, 40);
  const groupOf = new Int32Array(parent.length).fill(-1);
  // a branch stands behind the one that it split from
  for (let branch = 0; branch < parent.length; branch++) {
    const own = chosen.indexOf(branch);
    groupOf[branch] = own >= 0 ? own : branch > 0 ? groupOf[parent[branch]!]! : -1;
  }
  const nameOf = (group: number): string =>
    group < 0 ? "no group" : `cluster ${group} · ${formatNumber(size[chosen[group]!]!)}`;
  const values = edges.map(({ branch, lambda, x, x2 }) => ({
    ...{ b: branch, y: roundTo(lambda, 5), x: roundTo(x, 1), x2: roundTo(x2, 1) },
    g: nameOf(groupOf[branch]!),
    o: groupOf[branch]! < 0 ? 0.55 : chosen.includes(branch) ? 0.95 : 0.45,
    ...{ size: size[branch]!, birth: birth[branch]!, death: death[branch]!, mass: roundTo(stability[branch]!, 2) },
  }));
  const groups = Array.from(chosen.keys());
  const wide = groups.filter((group) => size[chosen[group]!]! >= all * 0.035);
  const labels = wide.map((group) => ({
    x: middles[chosen[group]!]!,
    y: birth[chosen[group]!]!,
    text: String(group),
  }));
  const message = messageOf(parent.length, chosen, size);
  const scaleY = { domain: [from, to], nice: false, reverse: true, zero: false };
  const y = { field: "y", type: "quantitative", title: "density: 1 / distance", scale: scaleY, axis: { grid: false } };
  const x = { field: "x", type: "quantitative", axis: null, scale: { domain: [0, Math.max(1, all)], nice: false } };
  return createChart(`Condensed tree of HDBSCAN over ${all} customers with ${parent.length} branches. ${message}.`, {
    title: chartTitle(
      message,
      "width: customers still together at that density; colours: chosen branches, paler what they split into",
    ),
    width: 560,
    height: 340,
    layer: [
      {
        data: { values },
        mark: { type: "area", orient: "horizontal", interpolate: "step-before", clip: true },
        encoding: {
          ...{ x, x2: { field: "x2" }, y },
          detail: { field: "b", type: "nominal" },
          fillOpacity: { field: "o", type: "quantitative", scale: null, legend: null },
          color: {
            field: "g",
            type: "nominal",
            title: null,
            scale: {
              domain: [...groups.map(nameOf), nameOf(-1)],
              range: [...groups.map(clusterColour), tone.muted],
            },
            legend: { orient: "bottom", columns: 4, symbolType: "square", symbolLimit: 16, symbolOpacity: 1 },
          },
          tooltip: [
            { field: "g", type: "nominal", title: "group" },
            { field: "size", type: "quantitative", title: "customers of the branch", format: "," },
            { field: "birth", type: "quantitative", title: "from density", format: ".3f" },
            { field: "death", type: "quantitative", title: "to density", format: ".3f" },
            { field: "mass", type: "quantitative", title: "excess of mass", format: ",.1f" },
          ],
        },
      },
      {
        data: { values: labels },
        mark: { type: "text", dy: -7, fontWeight: 600 },
        encoding: { x, y, text: { field: "text", type: "nominal" } },
      },
    ],
  });
}

function messageOf(branches: number, chosen: Int32Array, size: Int32Array): string {
  const all = size[0] ?? 0;
  if (all === 0) return "There are no customers";
  if (chosen.length === 0) return `HDBSCAN keeps none of ${formatNumber(branches)} branches: there is no dense group`;
  const inside = chosen.reduce((sum, branch) => sum + size[branch]!, 0);
  const kept = `${formatNumber(chosen.length)} of ${formatNumber(branches)} branches`;
  const verb =
    chosen.length === 1
      ? "lasts longest and is the only group: it holds"
      : "last longest and are the groups: they hold";
  return `${kept} ${verb} ${formatShare(inside / all, 0)} of the customers`;
}
