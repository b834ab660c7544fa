import type { OptionValues } from "../clustering/clusterer.js";

/** A clustering to be tried: an algorithm with its options. */
export interface Candidate {
  readonly algorithm: string;
  readonly engine?: string;
  readonly options: OptionValues;
}

/** The numbers of clusters that are tried where k is free. */
export const triedK: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** DBSCAN's minPoints in the candidates. */
export const triedMinPoints = 10;

/** What eps is tried at, as multiples of the knee of the k-distance curve. */
const epsMultiples: readonly number[] = [0.6, 0.8, 1, 1.2];

/**
 * The candidates that are compared where none are named: k-means and ward for k = 2 … 10, DBSCAN around the knee of
 * its k-distance curve.
 *
 * @param rows how many rows there are to cluster: k stays below
 * @param eps the knee of the k-distance curve, in the units of the matrix
 */
export function defaultCandidates(rows: number, eps: number): Candidate[] {
  const ks = triedK.filter((k) => k < rows);
  return [
    ...ks.map((k) => ({ algorithm: "kmeans", options: { k } })),
    ...ks.map((k) => ({ algorithm: "hierarchical", options: { linkage: "ward", k } })),
    ...triedEps(eps).map((tried) => ({
      algorithm: "dbscan",
      options: { eps: tried, minPoints: Math.min(triedMinPoints, rows) },
    })),
  ];
}

/** Three digits: the same eps stands in the table, in the chart and in the fit; equal ones are tried once. */
function triedEps(knee: number): number[] {
  return [...new Set(epsMultiples.map((multiple) => Number((multiple * knee).toPrecision(3))))];
}

/** An algorithm as people write it; a hierarchical one by its linkage. */
export function algorithmName(algorithm: string, options: OptionValues): string {
  return { kmeans: "k-means", hierarchical: String(options.linkage), dbscan: "DBSCAN" }[algorithm] ?? algorithm;
}

/** A candidate in words: "k-means, k = 5". */
export function candidateName({ algorithm, engine, options }: Candidate): string {
  const { k, eps } = options;
  const named = algorithmName(algorithm, options);
  const setting = k === undefined ? `eps = ${eps}` : `k = ${k}`;
  const by = engine && engine !== "native" ? ` (${engine})` : "";
  return `${named}, ${setting}${by}`;
}
