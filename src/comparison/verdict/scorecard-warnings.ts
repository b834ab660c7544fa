import { formatNumber, formatShare } from "../../core/format.js";
import { customersOf, type ScoredCandidate } from "./scored-candidate.js";

/** What a reader of one candidate must know, in sentences. */
export function candidateWarnings(candidate: ScoredCandidate): string[] {
  const { sizes, noise, stability, seedAgreement = 1, usefulness } = candidate;
  const all = customersOf(candidate);
  const warnings: string[] = [];
  if (sizes.length === 0) warnings.push("all customers are noise: there is no group");
  if (sizes.length === 1) warnings.push("there is one group only: nothing is told apart");
  const tiny = sizes.flatMap((size, c) => (size < 0.01 * all ? [`cluster ${c} (${formatNumber(size)})`] : []));
  if (tiny.length > 0) warnings.push(`under 1 % of the customers: ${list(tiny)}`);
  if (noise > 0.5 * all) warnings.push(`${formatShare(noise / all)} of the customers are noise, more than half`);
  const weak = (stability ?? []).flatMap((share, c) =>
    share < 0.6 ? [`cluster ${c} (${formatNumber(share, 2)})`] : [],
  );
  if (weak.length > 0)
    warnings.push(`not stable, a Jaccard share under 0.6 when customers are drawn anew: ${list(weak)}`);
  if (seedAgreement < 0.8)
    warnings.push(
      `other seeds give other groups (adjusted Rand index ${formatNumber(seedAgreement, 2)}): borders are chance`,
    );
  if (isNoBetterThanSurrogates(candidate))
    warnings.push("no better than copula surrogates: customers without groups give as good a separation");
  if (usefulness?.high !== undefined && usefulness.high < 0)
    warnings.push(
      `tells less of what customers do next than the RFM segment: ${formatShare(usefulness.label)} of the deviance against ${formatShare(usefulness.segment)}`,
    );
  return warnings;
}

/** Whether surrogates without groups are as well apart: by the p-value, else by two of their deviations, else by the mean. */
export function isNoBetterThanSurrogates({ separation }: ScoredCandidate): boolean {
  if (!separation) return false;
  const { value, nullMean, nullDeviation = 0, pValue } = separation;
  return pValue === undefined ? !(value - nullMean > 2 * nullDeviation) : pValue > 0.05;
}

/** What a reader of the whole scorecard must know, in sentences. */
export function scorecardWarnings(candidates: readonly ScoredCandidate[]): string[] {
  const warnings: string[] = [];
  const favourites = favouritesOf(candidates);
  if (new Set(favourites.map(({ favourite }) => favourite)).size > 1)
    warnings.push(
      `among these candidates the indices disagree: ${favourites.map(({ index, favourite }) => `${index} prefers ${favourite}`).join(", ")}`,
    );
  const judged = candidates.filter(({ separation }) => separation);
  if (judged.length > 0 && judged.every(isNoBetterThanSurrogates)) {
    const who = judged.length === 1 ? "the one candidate" : `none of the ${judged.length} candidates`;
    const word = judged.length === 1 ? "is no better than its" : "is better than its";
    warnings.push(`${who} with a null ${word} copula surrogates: take the groups as slices of a continuum`);
  }
  return warnings;
}

function favouritesOf(candidates: readonly ScoredCandidate[]): { index: string; favourite: string }[] {
  const names = [...new Set(candidates.flatMap(({ indices }) => Object.keys(indices ?? {})))];
  return names.flatMap((index) => {
    let best: { name: string; worth: number } | undefined;
    for (const { name, indices } of candidates) {
      const own = indices?.[index];
      if (!own || Number.isNaN(own.value)) continue;
      const worth = own.better === "larger" ? own.value : -own.value;
      if (!best || worth > best.worth) best = { name, worth };
    }
    return best ? [{ index, favourite: best.name }] : [];
  });
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
