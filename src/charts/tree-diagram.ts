import type { DecisionTree } from "../comparison/explanation/decision-tree.js";
import type { ToldCluster } from "../comparison/explanation/explain-tree.js";
import { writtenBorder } from "../comparison/explanation/tree-rules.js";
import { formatNumber, formatShare } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { segmentColours } from "./segment-colours.js";
import { clusterColour, noiseColour, tone } from "./theme.js";
import { treeLayout } from "./tree-layout.js";

/** What is drawn of an explanation, as `explainTree` gives it. */
export interface ExplainedTree {
  readonly tree: DecisionTree;
  readonly clusters: readonly ToldCluster[];
  readonly accuracy: number;
}

const width = 640;
const lineHeight = 54;
const box = { height: 44, bar: 7 };
const rootWidth = 124;
const gap = 16;

/**
 * Draws a decision tree that explains a clustering, from left to right: in every box the condition that leads there, how
 * many customers meet it, and which groups they are in.
 *
 * @param explained `explainTree(…)`
 * @param options `names`: what to call each cluster by its number, with the colours of segments; "cluster 0" where left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function treeDiagram(explained: ExplainedTree, options: { readonly names?: readonly string[] } = {}): Chart {
  const { tree } = explained;
  const { names } = options;
  const { nodes, lines } = treeLayout(tree);
  const nameOf = (cluster: number): string =>
    cluster < 0 ? "noise" : shortenText(names?.[cluster] ?? `cluster ${cluster}`, 40);
  const segments = names && segmentColours(names);
  const fillOf = (cluster: number): string =>
    cluster < 0 ? noiseColour : (segments?.[cluster] ?? clusterColour(cluster));
  const levels = Math.max(0, ...nodes.map(({ level }) => level)) + 1;
  // the root says little: the others get what it leaves
  const boxWidth = levels === 1 ? rootWidth : Math.min(190, Math.floor((width - rootWidth) / (levels - 1)) - gap);
  const leftOf = (level: number): number => (level === 0 ? 0 : rootWidth + gap + (level - 1) * (boxWidth + gap));
  const widthOf = (level: number): number => (level === 0 ? rootWidth : boxWidth);
  const all = nodes[0]!.node.customers;
  const placed = nodes.map(({ node, level, line, condition, above }, i) => {
    const share = Math.max(...node.counts) / node.customers;
    const [left, right] = [leftOf(level), leftOf(level) + widthOf(level)];
    const letters = Math.floor((widthOf(level) - 8) / 5.8);
    const ending = condition ? ` ${condition.sign} ${shortBorder(condition.border)}` : "";
    const top = (line + 0.5) * lineHeight - box.height / 2;
    return {
      ...{
        i,
        above,
        x: left,
        x2: right,
        y: top,
        y2: top + box.height,
        middle: top + box.height / 2,
      },
      head: condition ? `${shortenText(condition.column, letters - ending.length)}${ending}` : "all customers",
      what: condition
        ? `${shortenText(condition.column, 60)} ${condition.sign} ${writtenBorder(condition.border)}`
        : "all customers",
      customers: node.customers,
      share,
      group: nameOf(node.cluster),
      text: shortenText(
        `${formatNumber(node.customers)} · ${formatShare(share, 0)} ${nameOf(node.cluster)}`,
        letters + 2,
      ),
      counts: node.counts,
      isLeaf: !node.split,
    };
  });
  const parts = placed.flatMap(({ i, x, x2: end, y2, customers, counts, what }) => {
    let from = x;
    return counts.flatMap((count, c) => {
      if (count === 0) return [];
      const to = from + (count / customers) * (end - x);
      const part = { i, x: from, x2: to, y: y2 - box.bar, y2, what, count, share: count / customers };
      from = to;
      return [{ ...part, group: nameOf(tree.clusters[c]!), fill: fillOf(tree.clusters[c]!) }];
    });
  });
  const branches = placed.flatMap(({ i, above, x, middle }) => {
    const from = placed[above];
    if (!from) return [];
    const bend = x - gap / 2;
    return [
      { i, o: 0, x: from.x2, y: from.middle },
      { i, o: 1, x: bend, y: from.middle },
      { i, o: 2, x: bend, y: middle },
      { i, o: 3, x, y: middle },
    ];
  });
  const message = messageOf(explained, nameOf);
  const height = lines * lineHeight;
  const x = { field: "x", type: "quantitative", axis: null, scale: { domain: [0, width], nice: false } };
  const y = {
    field: "y",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, height], nice: false, reverse: true },
  };
  const text = (field: string, more: object): object => ({
    mark: { type: "text", align: "left", baseline: "middle", dx: 6, ...more },
    encoding: { x, y, text: { field, type: "nominal" } },
  });
  const groups = tree.clusters.map((cluster) => ({ name: nameOf(cluster), fill: fillOf(cluster) }));
  return createChart(
    `Decision tree of ${tree.nodes.length} nodes that tells ${tree.clusters.length} groups of ${all} customers apart. ${message}.`,
    {
      title: chartTitle(
        message,
        "a box: the condition, customers who meet it, the share of its largest group; bar: all of its groups",
        width,
      ),
      width,
      height,
      layer: [
        {
          data: { values: branches },
          mark: { type: "line", color: tone.muted, strokeWidth: 1.2 },
          encoding: { x, y, detail: { field: "i", type: "nominal" }, order: { field: "o", type: "quantitative" } },
        },
        {
          data: { values: placed.map(({ counts: _, ...own }) => own) },
          layer: [
            {
              mark: { type: "rect", fill: "#ffffff", stroke: tone.muted, cornerRadius: 3 },
              encoding: {
                ...{ x, y, x2: { field: "x2" }, y2: { field: "y2" } },
                tooltip: [
                  { field: "what", type: "nominal", title: "condition" },
                  { field: "customers", type: "quantitative", title: "customers", format: "," },
                  { field: "group", type: "nominal", title: "largest group" },
                  { field: "share", type: "quantitative", title: "its share", format: ".1%" },
                ],
              },
            },
            text("head", { dy: 12, fontWeight: 600 }),
            text("text", { dy: 27, color: tone.soft }),
          ],
        },
        {
          data: { values: parts },
          mark: { type: "rect" },
          encoding: {
            ...{ x, y, x2: { field: "x2" }, y2: { field: "y2" } },
            color: {
              field: "group",
              type: "nominal",
              title: null,
              scale: { domain: groups.map(({ name }) => name), range: groups.map(({ fill }) => fill) },
              legend: { orient: "bottom", columns: 5, symbolType: "square" },
            },
            tooltip: [
              { field: "what", type: "nominal", title: "condition" },
              { field: "group", type: "nominal", title: "group" },
              { field: "count", type: "quantitative", title: "customers", format: "," },
              { field: "share", type: "quantitative", title: "share of the box", format: ".1%" },
            ],
          },
        },
      ],
    },
  );
}

/** Three figures say enough in a box; the tooltip has them all. */
function shortBorder(border: number): string {
  return writtenBorder(Number.isInteger(border) ? border : Number(border.toPrecision(3)));
}

function messageOf({ tree, clusters, accuracy }: ExplainedTree, nameOf: (cluster: number) => string): string {
  const depth = Math.max(...tree.nodes.map((node) => node.depth));
  if (tree.clusters.length < 2) return `There is one group only: ${nameOf(tree.clusters[0] ?? 0)}`;
  if (depth === 0) return "No question tells the groups apart";
  const questions = depth === 1 ? "One question tells" : `At most ${depth} questions tell`;
  const worst = clusters.reduce((least, one) => (one.recall < least.recall ? one : least));
  return (
    `${questions} the group of ${formatShare(accuracy, 0)} of unseen customers; ${nameOf(worst.cluster)} is told worst, ` +
    `${worst.recall === 0 ? "none" : formatShare(worst.recall, 0)} of it found`
  );
}
