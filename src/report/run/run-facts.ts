import type { ComparedRun } from "../../comparison/comparison.js";
import { provenanceOf } from "../../lab/provenance-of.js";
import type { SegmentedShop } from "./segment-shop.js";
import { toldSegments } from "./told-segments.js";

/**
 * The content of run.json: provenance, ledger, parameters and results, with every duration under `timing` or `seconds`.
 *
 * @param handedOver the plan's files, by path in the folder
 */
export function runFacts(shop: SegmentedShop, handedOver: readonly string[]): Record<string, unknown> {
  const { data, ledger, parameters, seed, versions } = provenanceOf(shop.sales, shop.seed, shop.planned);
  const total = Object.values(shop.seconds).reduce((sum, seconds) => sum + seconds, 0);
  return {
    version: versions["segment-lab"],
    data,
    parameters: { ...parameters, preset: shop.matrix.preparation.preset, seed },
    ledger,
    rejects: shop.sales.rejects,
    notes: shop.sales.notes,
    customers: shop.customers.numRows(),
    clusterings: shop.decision.comparison.runs.map(clusteringFacts),
    chosen: {
      name: shop.chosen.name,
      index: shop.decision.comparison.runs.indexOf(shop.chosen),
      rule: shop.decision.why,
      ...verdictFacts(shop.decision.verdict),
      segments: toldSegments(shop).map(({ cluster, name, customers, revenue, action }) => {
        return { cluster, name, customers, revenue, action };
      }),
    },
    files: [
      "customers.csv",
      "customers.parquet",
      "model.json",
      ...handedOver,
      ...(shop.sales.rejects.rows > 0 ? ["rejects.csv"] : []),
    ],
    timing: { ...shop.seconds, total, peakMegabytes: process.resourceUsage().maxRSS / 1024 },
  };
}

/** What the verdict rests on; nothing where the choice was not left to it. */
function verdictFacts(verdict: SegmentedShop["decision"]["verdict"]) {
  if (!verdict) return {};
  const { structure, card, warnings } = verdict;
  const scorecard = card.rows.map(({ name, total, measured, scores }) => {
    return {
      name,
      total,
      measured,
      scores: Object.fromEntries(scores.map(({ criterion, score }) => [criterion, score])),
    };
  });
  const { answer, groups, reasons } = structure;
  return { structure: { answer, groups, reasons }, weights: card.weights, scorecard, warnings };
}

function clusteringFacts(run: ComparedRun) {
  const { algorithm, engine, options, clusters, seconds } = run.clustering;
  const { noiseShare, silhouette, daviesBouldin, calinskiHarabasz } = run;
  // a figure that is not defined is NaN here and null in JSON
  return { algorithm, engine, options, clusters, noiseShare, silhouette, daviesBouldin, calinskiHarabasz, seconds };
}
