import type { CustomerCard } from "../features/customer-card.js";
import { formatFeature } from "../features/format-feature.js";
import { shortenText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { tone } from "./theme.js";

/** A feature of a customer as the explorer draws it. */
export interface ExplorerFeature {
  /** The number of the card. */
  readonly c: number;
  /** The feature's place from the top. */
  readonly place: number;
  readonly name: string;
  readonly share: number | null;
  readonly text: string;
  readonly group: string;
  /** What it is, or why it is empty. */
  readonly what: string;
}

/** The features of cards, one row a card and feature. */
export function explorerFeatures(cards: readonly CustomerCard[]): ExplorerFeature[] {
  const names = [...new Set(cards.flatMap(({ features }) => features.map(({ name }) => name)))];
  return cards.flatMap(({ features, currency }, c) =>
    features.map((feature) => ({
      ...{ c, place: names.indexOf(feature.name), name: feature.name, group: feature.group },
      share: feature.percentile === null ? null : roundTo(feature.percentile, 3),
      text: shortenText(formatFeature(feature.value, feature.unit, currency), 18),
      what: feature.missing === null ? feature.definition : `empty: ${feature.missing}`,
    })),
  );
}

/** The features from one place to before another, of the chosen customer. */
export function featurePanel(from: number, to: number): Record<string, unknown> {
  const plot = 88;
  return {
    width: plot,
    height: { step: 15 },
    data: { name: "features" },
    transform: [{ filter: `datum.c === customer && datum.place >= ${from} && datum.place < ${to}` }],
    encoding: {
      y: {
        field: "name",
        type: "nominal",
        sort: { field: "place", op: "min" },
        title: null,
        scale: { paddingInner: 0.25 },
        axis: { labelFontSize: 10, labelLimit: 140 },
      },
      tooltip: [
        { field: "name", type: "nominal", title: "feature" },
        { field: "text", type: "nominal", title: "value" },
        { field: "share", type: "quantitative", title: "customers at or below", format: ".1%" },
        { field: "group", type: "nominal", title: "group" },
        { field: "what", type: "nominal", title: "what it is" },
      ],
    },
    layer: [
      {
        transform: [{ filter: "datum.share !== null" }],
        mark: { type: "bar", color: "#e9edf1" },
        encoding: { x: { datum: 1, type: "quantitative" } },
      },
      {
        transform: [{ filter: "datum.share !== null" }],
        mark: { type: "bar", color: tone.main },
        encoding: {
          x: {
            field: "share",
            type: "quantitative",
            title: "customers at or below",
            axis: { format: ".0%", values: [0, 0.5, 1], grid: false, labelFontSize: 10, titleFontSize: 10 },
            scale: { domain: [0, 1] },
          },
        },
      },
      {
        mark: { type: "text", align: "left", fontSize: 10 },
        encoding: { x: { value: plot + 6 }, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
