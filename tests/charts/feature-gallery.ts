import type { Chart } from "../../src/charts/chart.js";
import { correlationHeatmap } from "../../src/charts/correlation-heatmap.js";
import { customerExplorer } from "../../src/charts/customer-explorer.js";
import { customerMap } from "../../src/charts/customer-map.js";
import { recencyHistogram } from "../../src/charts/recency-histogram.js";
import { segmentFlow } from "../../src/charts/segment-flow.js";
import { shuffleBars } from "../../src/charts/shuffle-bars.js";
import type { MergeTree } from "../../src/clustering/clusterer.js";
import { CustomerCard } from "../../src/features/customer-card.js";
import type { Feature } from "../../src/features/feature.js";
import type { Naming } from "./gallery.js";

interface Given {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly revenue: Float64Array;
  readonly segments: readonly { readonly segment: string; readonly customers: number }[];
  readonly columns: readonly string[];
  readonly correlations: Float64Array;
  readonly columnTree: MergeTree;
}

/** The charts of notebook 03 that stand on features, scores and cards. */
export function featureGallery(given: Given, name: Naming): Record<string, Chart> {
  const { ids, x, y, revenue, segments, columns, correlations, columnTree } = given;
  return {
    correlationHeatmapWithTree: correlationHeatmap(
      { columns: columns.map(name), values: correlations },
      { tree: columnTree },
    ),
    customerMap: customerMap({ ids, x, y }, [
      { name: name("rfm_segment"), values: ids.map((_, i) => segments[i % 11]!.segment) },
      { name: name("net_revenue, GBP"), values: revenue },
      { name: name("country"), values: ids.map((_, i) => (i % 9 === 0 ? null : name(`country ${i % 20}`))) },
    ]),
    customerExplorer: customerExplorer(
      [0, 1].map((c) => ({ card: cardOf(c, columns, name), why: name(`typical of ${c}`) })),
    ),
    segmentFlow: segmentFlow(
      segments.flatMap(({ segment }, s) => [
        { from: segment, to: segment, customers: 90 - s * 4 },
        { from: segment, to: segments[(s + 3) % 11]!.segment, customers: 20 + s },
        { from: "new", to: segment, customers: 10 + s * 3 },
      ]),
      { before: name("June"), after: name("December") },
    ),
    recencyHistogram: recencyHistogram(
      ["published rules", "our map"].map((group, g) => ({
        ...{ name: name(group), segment: name("Lost"), days: 90, customers: 60, recent: g === 0 ? 30 : 0 },
        recencyDays: Float64Array.from({ length: 60 }, (_, i) => (g === 0 ? i * 3 : 400 + i)),
      })),
    ),
    shuffleBars: shuffleBars({
      ...{ customers: 5878, shuffles: 20, share: 0.09, least: 0.085, most: 0.096 },
      segments: segments.map(({ segment, customers }, s) => ({ segment, customers, share: s / 40 })),
    }),
  };
}

function cardOf(c: number, columns: readonly string[], name: Naming): CustomerCard {
  const feature = (at: number): { unit: Feature["unit"]; value: number | string | null } =>
    at === 3
      ? { unit: "text", value: name("United Kingdom") }
      : { unit: "currency", value: at === 5 ? null : 1000 / (at + c + 1) };
  return new CustomerCard({
    customer: name(String(12346 + c)),
    asOf: "2011-12-10",
    currency: "GBP",
    features: columns.map((column, at) => ({
      name: name(column),
      group: at < 6 ? "Value" : "Basket",
      definition: name("what it is"),
      ...feature(at),
      percentile: at === 3 || at === 5 ? null : (at + 1) / 14,
      missing: at === 5 ? name("bought once") : null,
    })),
    orders: Array.from({ length: 4 + c }, (_, i) => ({
      ...{ invoice: name(String(500000 + i)), day: `2011-0${i + 1}-15`, lines: 3, units: 20, gross: 100 + i },
      ...(i === 2 ? { net: 60, returned: 42 } : { net: 100 + i, returned: 0 }),
    })),
  });
}
