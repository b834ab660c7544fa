import { createMatrix, type Matrix } from "../../core/matrix.js";
import { createBreather } from "../../core/progress.js";
import { createRandom, type Random } from "../../core/random.js";
import type { Clusterer, Clustering, FitOptions, OptionValues } from "../clusterer.js";
import { predictClusters } from "../predict-clusters.js";
import { drawRows } from "./draw-rows.js";
import { nearestCentres } from "./nearest-centres.js";
import { numberCentres } from "./number-centres.js";
import { plusPlusCentres } from "./plus-plus-centres.js";
import { refineByBatches } from "./refine-by-batches.js";

/**
 * k-means on mini-batches, for more than about 100,000 rows: most rows are looked at once, to be labelled. Below,
 * `kmeans` is fast enough and finds a smaller inertia.
 */
export const minibatchKmeans: Clusterer = {
  algorithm: "minibatch-kmeans",
  engine: "native",
  options: [
    { name: "k", default: 5, minimum: 1, maximum: "rows", whole: true, describes: "the number of clusters" },
    { name: "batchSize", default: 1024, minimum: 1, whole: true, describes: "how many rows a step looks at" },
    { name: "starts", default: 3, minimum: 1, whole: true, describes: "how many starts to choose the best one from" },
    { name: "maxIterations", default: 100, minimum: 1, whole: true, describes: "how often all rows are drawn at most" },
    {
      name: "patience",
      default: 10,
      minimum: 0,
      whole: true,
      describes: "ends after so many batches without gain; 0 for no limit",
    },
    {
      name: "tolerance",
      default: 0,
      minimum: 0,
      describes: "ends when the centres' squared moves sum to this share of the columns' mean variance; 0 for never",
    },
    {
      name: "reassignment",
      default: 0.01,
      minimum: 0,
      maximum: 1,
      describes: "a centre with less than this share of the fullest one's rows starts anew",
    },
  ],
  claims: ["scaling", "duplicates-share-label", "predict-equals-labels"],
  fit,
  predict: predictClusters,
};

/** the share of the progress that is left for labelling all rows */
const batchShare = 0.8;

async function fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering> {
  const began = performance.now();
  const { k, batchSize, starts, ...own } = options as Record<string, number>;
  const { data, rows } = matrix;
  const width = matrix.columns.length;
  const seed = run.seed ?? 1;
  const random = createRandom(seed);
  const breathe = createBreather(run, "mini-batch k-means");
  const start = await bestStart(matrix, k!, batchSize!, starts!, random, () => breathe(0, 1));
  const { centres, iterations } = await refineByBatches(matrix, start, random, {
    batchRows: batchSize!,
    maxIterations: own.maxIterations!,
    patience: own.patience!,
    tolerance: own.tolerance!,
    reassignment: own.reassignment!,
    breathe: (share) => breathe(share * batchShare, 1),
  });
  const nearest = new Int32Array(rows);
  const block = Math.max(16, Math.floor(2e6 / centres.length));
  let inertia = 0;
  for (let from = 0; from < rows; from += block) {
    inertia += nearestCentres(data, width, from, Math.min(rows, from + block), centres, nearest);
    const pause = breathe(batchShare + (from / rows) * (1 - batchShare), 1);
    if (pause) await pause;
  }
  const numbered = numberCentres(matrix, nearest, centres);
  return {
    algorithm: "minibatch-kmeans",
    engine: "native",
    options: { ...options, seed },
    labels: numbered.labels,
    clusters: numbered.centres.rows,
    model: { kind: "centres", centres: numbered.centres, inertia, iterations },
    seconds: (performance.now() - began) / 1000,
  };
}

/** Of several k-means++ starts, each from a few rows, the one of least inertia on other rows. */
async function bestStart(
  matrix: Matrix,
  k: number,
  batchSize: number,
  starts: number,
  random: Random,
  breathe: () => Promise<void> | undefined,
): Promise<Float64Array> {
  const { data, rows, columns } = matrix;
  const count = Math.min(rows, 3 * Math.max(k, Math.min(batchSize, rows)));
  // few rows are taken whole, so that none is missed
  const draw = () => (count === rows ? data : drawRows(matrix, count, random));
  const judges = draw();
  const labels = new Int32Array(count);
  let best: Float64Array | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < starts; start++) {
    const centres = await plusPlusCentres(createMatrix(draw(), columns), k, random, breathe);
    const inertia = nearestCentres(judges, columns.length, 0, count, centres, labels);
    if (inertia < least) {
      least = inertia;
      best = centres;
    }
  }
  return best!;
}
