import type { ColumnTable } from "arquero";
import { defaultStarts } from "../clustering/kmeans/kmeans.js";
import { type Candidate, comparedStarts } from "../comparison/candidates.js";
import { fitLabels } from "../comparison/stability/fit-labels.js";
import { SegmentLabError } from "../core/errors.js";
import type { Matrix } from "../core/matrix.js";
import { createBreather, type RunOptions } from "../core/progress.js";
import { nameSegments } from "./name-segments.js";
import type { Persona } from "./persona.js";
import { personas as defaultPersonas } from "./personas.js";
import { profileSegments } from "./profile-segments.js";

/** Whether customers keep the name of their segment when the clustering starts elsewhere. */
export interface NameStability {
  readonly seeds: readonly number[];
  /** Share of customers with the name of the reference, one a seed. */
  readonly kept: readonly number[];
  readonly mean: number;
  readonly least: number;
  /** Share of customers with one name under the reference and every seed. */
  readonly always: number;
}

/** What `nameStability` takes. */
export interface NameStabilityOptions extends RunOptions {
  /** 1 … 20 unless given. */
  readonly seeds?: readonly number[];
  /** The clustering whose names are the reference; that of the first seed unless given. */
  readonly labels?: Int32Array;
  readonly personas?: readonly Persona[];
  /** How often k-means begins at least with each seed, as often as in a comparison unless given; 1 leaves the candidate's own number. */
  readonly leastStarts?: number;
}

/**
 * Clusters the customers again with other seeds, names the segments each time, and counts who keeps their name. Names that
 * change with the seed are names of chance. Each seed is given enough starts of k-means to find its best solution: with few
 * of them it may end in a worse one, with other groups, which tells of the search and not of the names.
 *
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param matrix the same customers, prepared
 * @param candidate the algorithm with its options: `chosen.candidate`
 * @param options `seeds`, `labels`, `personas`, `leastStarts`; `signal`, `onProgress`
 * @returns per seed the share that keep their name, their mean and least, and the share that never change it
 * @throws SegmentLabError `bad-value` where customers and rows differ in number; `aborted`
 * @example const { always } = await nameStability(customers, matrix, chosen.candidate, { labels: labels });
 */
export async function nameStability(
  customers: ColumnTable,
  matrix: Matrix,
  candidate: Candidate,
  options: NameStabilityOptions = {},
): Promise<NameStability> {
  const {
    seeds = Array.from({ length: 20 }, (_, i) => i + 1),
    personas = defaultPersonas,
    leastStarts = comparedStarts,
    signal,
  } = options;
  if (customers.numRows() !== matrix.rows)
    throw new SegmentLabError(
      "bad-value",
      `${customers.numRows()} customers for ${matrix.rows} rows; give the same ones`,
    );
  const named = (labels: Int32Array): string[] => {
    const names = nameSegments(profileSegments(customers, labels), personas);
    const nameOf = new Map(names.map(({ cluster, name }) => [cluster, name]));
    return Array.from(labels, (label) => nameOf.get(label)!);
  };
  const tried: Candidate =
    candidate.algorithm === "kmeans" && (candidate.engine ?? "native") === "native"
      ? {
          ...candidate,
          options: {
            ...candidate.options,
            starts: Math.max(leastStarts, Number(candidate.options.starts ?? defaultStarts)),
          },
        }
      : candidate;
  const breathe = createBreather(options, "names");
  const trials: string[][] = [];
  for (const [i, seed] of seeds.entries()) {
    trials.push(named((await fitLabels(matrix, tried, seed, { signal })).labels));
    await breathe(i + 1, seeds.length);
  }
  const reference = options.labels ? named(options.labels) : (trials[0] ?? []);
  const shareOf = (holds: (name: string, i: number) => boolean): number =>
    reference.length === 0 ? 1 : reference.filter(holds).length / reference.length;
  const kept = trials.map((names) => shareOf((name, i) => names[i] === name));
  return {
    seeds,
    kept,
    mean: kept.length === 0 ? 1 : kept.reduce((sum, share) => sum + share, 0) / kept.length,
    least: Math.min(1, ...kept),
    always: shareOf((name, i) => trials.every((names) => names[i] === name)),
  };
}
