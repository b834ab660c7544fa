import type { Matrix } from "../../core/matrix.js";
import { clusterCentroids } from "../cluster-centroids.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { checkMemory } from "../hierarchical/check-memory.js";
import { partOfRun } from "../part-of-run.js";
import { predictClusters } from "../predict-clusters.js";
import { baseLabelings } from "./base-labelings.js";
import { consensusClustering } from "./consensus-clustering.js";
import { type EvidenceLinkage, evidenceLinkages } from "./evidence-distances.js";

/**
 * Evidence accumulation (Fred & Jain 2005): what many k-means labelings of different k and start agree on. Shares of
 * labelings tie often, and ties go to the smaller row, so that the order of rows may move single rows. Where the
 * labelings do not tell k groups apart there are fewer clusters.
 */
export const consensus: Clusterer = {
  algorithm: "consensus",
  engine: "native",
  options: [
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "the number of clusters" },
    {
      name: "linkage",
      default: "average",
      choices: evidenceLinkages,
      describes: "average takes the mean evidence between clusters, single the strongest: it follows moons and rings",
    },
    { name: "labelings", default: 50, minimum: 1, whole: true, describes: "how many k-means labelings are combined" },
    {
      name: "leastK",
      default: "k",
      minimum: 1,
      maximum: "rows",
      whole: true,
      choices: ["k"],
      describes: "each labeling's own k is drawn from here",
    },
    {
      name: "mostK",
      default: "root",
      minimum: 1,
      maximum: "rows",
      whole: true,
      choices: ["root"],
      describes: "to here; root takes the square root of the rows, at most 30, and no less than leastK",
    },
  ],
  claims: ["scaling", "duplicates-share-label", "non-convex"],
  fit,
  predict: predictClusters,
};

/** above this many groups each, labelings take longer and tell little more */
const mostGroups = 30;

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { rows } = matrix;
  const k = options.k as number;
  // each row may turn out to have labels of its own
  checkMemory("consensus", rows, 'cluster a sample and assign all rows: clusterSample(matrix, "consensus")');
  const seed = run.seed ?? 1;
  const leastK = options.leastK === "k" ? k : (options.leastK as number);
  const root = Math.min(mostGroups, Math.ceil(Math.sqrt(rows)));
  const mostK = Math.max(leastK, options.mostK === "root" ? root : (options.mostK as number));
  const labelings = await baseLabelings(matrix, {
    ...partOfRun(run, 0, baseShare),
    labelings: options.labelings as number,
    leastK,
    mostK,
    seed,
  });
  const linkage = options.linkage as EvidenceLinkage;
  const { labels, clusters, tree } = await consensusClustering(labelings, {
    ...partOfRun(run, baseShare, 1 - baseShare),
    k,
    linkage,
  });
  const { centroids } = clusterCentroids(matrix, labels);
  return {
    algorithm: "consensus",
    engine: "native",
    options: { ...options, leastK, mostK, seed },
    labels,
    clusters,
    model: { kind: "tree", tree, linkage: `${linkage} of 1 − co-association`, centroids },
    seconds: (performance.now() - began) / 1000,
  };
}

/** the share of the progress that the base labelings take */
const baseShare = 0.7;
