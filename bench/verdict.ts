import { adjustedRandIndex } from "../src/clustering/metrics/adjusted-rand-index.js";
import type { Candidate } from "../src/comparison/candidates.js";
import { chooseK } from "../src/comparison/choosing/choose-k.js";
import { compareClusterings } from "../src/comparison/compare-clusterings.js";
import { verdict } from "../src/comparison/verdict/verdict.js";
import { createRandom } from "../src/core/random.js";
import type { BenchRow } from "./bench-row.js";
import { type PlantedGroups, plantedGroups } from "./planted-groups.js";
import { structureless } from "./structure-shapes.js";
import { wilson } from "./wilson.js";

/** So near to the best candidate's agreement with the truth counts as picking it. */
const asGood = 0.05;

/** Below this best agreement nobody could have seen the groups; counted apart. */
const visible = 0.3;

/** seeds that nothing was tuned on */
const firstSeed = 50_001;

const ks = [2, 3, 4, 5, 6, 7, 8];
const candidates: readonly Candidate[] = [
  ...ks.map((k) => ({ algorithm: "kmeans", options: { k, starts: 5 } })),
  ...ks.map((k) => ({ algorithm: "hierarchical", options: { linkage: "ward", k } })),
  ...ks.map((k) => ({ algorithm: "gaussian-mixture", options: { k } })),
];
const quick = { cache: false, finalists: 5, resamples: 10, surrogates: 5 } as const;

/** The rules that the verdict is held against. */
type Picker = "verdict" | "k-means, k = 5" | "best silhouette" | "the criteria's vote" | "any candidate";

/**
 * How often the verdict picks a candidate within 0.05 of the best agreement with planted groups, beside simple rules, and
 * how often it says "no separate groups" of rows that have none. A share stands in `ours` and `peer`.
 *
 * @param runs how many sets of planted groups, 200 where left out; a fifth as many of each structureless kind
 */
export async function* verdictBench(_data: string, runs = 200): AsyncGenerator<BenchRow> {
  const tallies = new Map<Picker, { visible: number; hidden: number }>();
  let [seen, unseen] = [0, 0];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const { best, picks } = await judge(plantedGroups(seed), seed);
    const isVisible = best >= visible;
    if (isVisible) seen++;
    else unseen++;
    for (const [picker, index] of picks) {
      const tally = tallies.get(picker) ?? { visible: 0, hidden: 0 };
      tallies.set(picker, tally);
      if (index >= best - asGood) tally[isVisible ? "visible" : "hidden"]++;
    }
  }
  const own = tallies.get("verdict")!;
  for (const [picker, tally] of tallies) {
    if (picker === "verdict") continue;
    yield shareRow(
      `picks within ${asGood} of the best agreement, groups to be seen`,
      own.visible,
      seen,
      picker,
      tally.visible,
    );
  }
  if (unseen > 0) {
    yield shareRow(
      `the same where no candidate reaches ${visible}`,
      own.hidden,
      unseen,
      "best silhouette",
      tallies.get("best silhouette")!.hidden,
    );
  }
  let [none, of] = [0, 0];
  for (const make of Object.values(structureless)) {
    for (let seed = firstSeed; seed < firstSeed + Math.ceil(runs / 5); seed++) {
      const { matrix } = make(seed);
      const { weighed } = await compareClusterings(matrix, candidates, { ...quick, seed });
      of++;
      if (weighed!.structure.answer !== "separate groups") none++;
    }
  }
  yield shareRow('says "no separate groups" of rows without any', none, of);
}

async function judge({ matrix, truth }: PlantedGroups, seed: number) {
  const comparison = await compareClusterings(matrix, candidates, { ...quick, seed });
  const { runs } = comparison;
  const index = (labels: Int32Array) => adjustedRandIndex(truth, labels);
  const indices = runs.map(({ clustering }) => index(clustering.labels));
  const bySilhouette = runs.reduce((best, run) => (run.silhouette > best.silhouette ? run : best));
  const means = runs.filter(({ candidate }) => candidate.algorithm === "kmeans");
  const { k } = chooseK(
    means.map(({ clustering, silhouette, daviesBouldin, calinskiHarabasz }) => ({
      k: clustering.clusters,
      silhouette,
      daviesBouldin,
      calinskiHarabasz,
    })),
  );
  const ofMeans = (groups: number | null) =>
    index((means.find(({ clustering }) => clustering.clusters === groups) ?? means[0]!).clustering.labels);
  const picks: [Picker, number][] = [
    ["verdict", index(verdict(comparison, { seed }).chosen.clustering.labels)],
    ["k-means, k = 5", ofMeans(5)],
    ["best silhouette", index(bySilhouette.clustering.labels)],
    ["the criteria's vote", ofMeans(k)],
    ["any candidate", indices[createRandom(seed).integer(indices.length)]!],
  ];
  return { best: Math.max(...indices), picks };
}

function shareRow(name: string, ours: number, of: number, peerName?: string, peer?: number): BenchRow {
  const share = (count: number) => count / of;
  return {
    bench: "verdict",
    case: name,
    ours: share(ours),
    peer: peer === undefined ? null : share(peer),
    peerName: peerName ?? null,
    // more is better here, so a ratio would read the wrong way round
    ratio: null,
    equal: null,
    unit: "share",
    runs: of,
    note: `95 % limits of ours (Wilson 1927): ${wilson(ours, of)}`,
  };
}
