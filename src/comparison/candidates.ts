import type { OptionValues } from "../clustering/clusterer.js";

/** Options of a candidate: plain values by name. */
export type CandidateOptions = Readonly<Record<string, OptionValues[string] | undefined>>;

/** A clustering to be tried: an algorithm with its options. */
export interface Candidate {
  readonly algorithm: string;
  readonly engine?: string;
  /** The algorithm's own options; defaults where left out. */
  readonly options: CandidateOptions;
  /** The name of the matrix it is fitted on, where the comparison has several; the first where left out. */
  readonly preparation?: string;
}

/** The numbers of clusters that are tried where k is free. */
export const triedK: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The linkages that are tried, all of them for every k. */
const triedLinkages: readonly string[] = ["ward", "average", "complete"];

/**
 * How often k-means starts where it may be chosen: from ten starts, its default, seeds differ in the solution that they find on
 * Online Retail II, and customers then bear other names (tests/segments/name-stability.test.ts).
 */
export const comparedStarts = 50;

/** How many points make a row of DBSCAN a core point, the first one on the k-distance curve that eps comes from. */
const triedPoints: readonly number[] = [10, 20];

/** DBSCAN's minPoints that the k-distance curve is drawn for. */
export const triedMinPoints = triedPoints[0]!;

/** What eps is tried at, as multiples of the knee of the k-distance curve. */
const epsMultiples: readonly number[] = [0.6, 0.8, 1, 1.2];

/** HDBSCAN's least cluster, as shares of the rows: a segment of less than that is not worth a campaign. */
const leastShares: readonly number[] = [0.005, 0.01, 0.02];

/**
 * The candidates that are compared where none are named: k-means, three linkages and Gaussian mixtures for k = 2 … 10,
 * DBSCAN around the knee of its k-distance curve for two numbers of points, HDBSCAN for three least sizes.
 *
 * @param rows how many rows there are to cluster: k stays below
 * @param eps the knee of the k-distance curve, in the units of the matrix
 * @param preparations the names of further matrices: k-means is tried on each
 */
export function defaultCandidates(rows: number, eps: number, preparations: readonly string[] = []): Candidate[] {
  const ks = triedK.filter((k) => k < rows);
  const sizes = new Set(leastShares.map((share) => Math.min(rows, Math.max(5, Math.round(share * rows)))));
  return [
    ...ks.map((k) => ({ algorithm: "kmeans", options: { k, starts: comparedStarts } })),
    ...triedLinkages.flatMap((linkage) => ks.map((k) => ({ algorithm: "hierarchical", options: { linkage, k } }))),
    ...ks.map((k) => ({ algorithm: "gaussian-mixture", options: { k } })),
    ...[...new Set(triedPoints.map((points) => Math.min(points, rows)))].flatMap((minPoints) =>
      triedEps(eps).map((tried) => ({ algorithm: "dbscan", options: { eps: tried, minPoints } })),
    ),
    ...[...sizes].map((minClusterSize) => ({ algorithm: "hdbscan", options: { minClusterSize } })),
    ...preparations.flatMap((preparation) => ks.map((k) => ({ algorithm: "kmeans", options: { k }, preparation }))),
  ];
}

/** Three digits: the same eps stands in the table, in the chart and in the fit; equal ones are tried once. */
function triedEps(knee: number): number[] {
  return [...new Set(epsMultiples.map((multiple) => Number((multiple * knee).toPrecision(3))))];
}

const names: Readonly<Record<string, string>> = {
  kmeans: "k-means",
  "minibatch-kmeans": "mini-batch k-means",
  "gaussian-mixture": "Gaussian mixture",
  dbscan: "DBSCAN",
  hdbscan: "HDBSCAN",
  optics: "OPTICS",
};

/** An algorithm as people write it; a hierarchical one by its linkage. */
export function algorithmName(algorithm: string, options: CandidateOptions): string {
  return algorithm === "hierarchical" ? String(options.linkage ?? "ward") : (names[algorithm] ?? algorithm);
}

/** How options are said, in this order; what is not here is said by its own name. */
const sayings: readonly (readonly [option: string, say: (value: unknown, options: CandidateOptions) => string])[] = [
  ["k", (k) => `k = ${k}`],
  ["eps", (eps) => `eps = ${eps}`],
  // the usual number needs no words
  ["minPoints", (points, { eps }) => (eps !== undefined && points === triedMinPoints ? "" : `${points} points`)],
  ["minClusterSize", (size) => `at least ${size}`],
  ["linkage", () => ""],
  ["starts", (starts) => (starts === comparedStarts ? "" : `${starts} ${starts === 1 ? "start" : "starts"}`)],
];

/** A candidate in words: "k-means, k = 5". */
export function candidateName({ algorithm, engine, options, preparation }: Candidate): string {
  const said = sayings.flatMap(([option, say]) =>
    options[option] === undefined ? [] : [say(options[option], options)],
  );
  const known = sayings.map(([option]) => option);
  const rest = Object.entries(options).flatMap(([option, value]) =>
    known.includes(option) || value === undefined ? [] : `${option} = ${value}`,
  );
  const by = [engine && engine !== "native" ? engine : "", preparation ?? ""].filter((part) => part !== "");
  const parts = [algorithmName(algorithm, options), ...said, ...rest].filter((part) => part !== "");
  return `${parts.join(", ")}${by.length > 0 ? ` (${by.join(", ")})` : ""}`;
}
