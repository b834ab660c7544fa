import { median } from "../bench-row.js";
import type { Ask, Comparison } from "./sameness.js";

/**
 * Compares Gaussian mixtures: from the same clustering the mean log-likelihood of a row may not be lower than the peer's
 * by more than 1e-3. From own starts each finds what its seed finds, so that stands in the note only.
 *
 * @param k the number of components
 * @param labels a file of the clustering to start from
 * @param seeds from how many seeds both sides start by themselves; 0 where they do not
 */
export function sameLikelihood(k: number, labels: string, seeds: number): Comparison {
  return async (own, peer) => {
    const given = { method: "mixture-from-labels", parameters: { k }, labels } as const;
    const [mine, theirs] = [(await own(given)).figures![0]!, (await peer(given)).figures![0]!];
    const change = (a: number, b: number) => `${a < b ? "−" : "+"}${Math.abs(a - b).toPrecision(2)}`;
    const same = `log-likelihood a row from the same start: ${change(mine, theirs)}`;
    const equal = mine >= theirs - 1e-3;
    if (seeds === 0) return { equal, note: same };
    const [a, b] = [await medianOver(seeds, own), await medianOver(seeds, peer)];
    return { equal, note: `${same}; from own starts, medians of ${seeds}: ${change(a, b)}` };
  };
}

async function medianOver(seeds: number, ask: Ask): Promise<number> {
  const found: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) found.push((await ask({ seed })).figures![0]!);
  return median(found);
}
