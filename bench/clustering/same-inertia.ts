import { median } from "../bench-row.js";
import type { MethodParameters } from "./method-request.js";
import type { Ask, Comparison } from "./sameness.js";

/** What both sides start from. */
export interface GivenRows {
  /** A file of row numbers: for each k and start, k of them. */
  readonly labels: string;
  /** `start`, `end`, `starts` of that file. */
  readonly parameters: MethodParameters;
}

/**
 * Compares k-means: from the same starting rows no inertia may lie more than 1e-6 of itself above the peer's; from own
 * starts the medians over seeds may lie 1e-3 above, on average over k. A single seed is luck and only noted.
 *
 * @param given starting rows
 * @param seeds from how many seeds both sides start by themselves
 */
export function sameInertia(given: GivenRows, seeds: number): Comparison {
  return async (own, peer) => {
    const fromRows = { method: "kmeans-from-rows", ...given } as const;
    const [a, b] = [(await own(fromRows)).figures!, (await peer(fromRows)).figures!];
    const excess = a.map((inertia, i) => inertia / b[i]! - 1);
    const [mine, theirs] = [await mediansOver(seeds, own), await mediansOver(seeds, peer)];
    const mean = mine.reduce((sum, inertia, i) => sum + inertia / theirs[i]! - 1, 0) / mine.length;
    const above = (value: number) => `${value < 0 ? "" : "+"}${(value * 100).toPrecision(2)} %`;
    return {
      equal: a.length === b.length && Math.max(...excess) <= 1e-6 && (mean <= 1e-3 || seeds === 1),
      note: `inertia from the same ${a.length} starts: at most ${above(Math.max(...excess))} of the peer's; from own starts, medians of ${seeds}: ${above(mean)}`,
    };
  };
}

async function mediansOver(seeds: number, ask: Ask): Promise<number[]> {
  const runs: (readonly number[])[] = [];
  for (let seed = 1; seed <= seeds; seed++) runs.push((await ask({ seed })).figures!);
  return runs[0]!.map((_, k) => median(runs.map((figures) => figures[k]!)));
}
