import { formatNumber, formatShare } from "../../core/format.js";
import { comesBack, customersOf, meanStability, type ScoredCandidate } from "./scored-candidate.js";

/** The criteria of a scorecard. */
export type CriterionName = "separation" | "stability" | "balance" | "noise" | "explainability" | "usefulness";

/** One criterion: what is measured, how it becomes a score, and in which words. */
export interface Criterion {
  readonly name: CriterionName;
  /** Weight where none is given. */
  readonly weight: number;
  /** What a score of 0 and of 1 mean. */
  readonly describes: string;
  /** The number behind the score; NaN where it was not measured. */
  readonly raw: (candidate: ScoredCandidate) => number;
  /** 0 … 1, before clamping. */
  readonly score: (raw: number, candidate: ScoredCandidate) => number;
  readonly text: (raw: number, candidate: ScoredCandidate) => string;
}

/** The criteria, as data: adding one is adding one entry. */
export const scorecardCriteria: readonly Criterion[] = [
  {
    name: "separation",
    weight: 3,
    describes: "0: no more apart than surrogates without groups; 1: a silhouette 0.2 or more above theirs",
    raw: ({ separation }) => (separation ? separation.value - separation.nullMean : Number.NaN),
    score: (raw) => raw / 0.2,
    text: (raw, { separation }) =>
      `silhouette ${two(separation!.value)}, ${two(Math.abs(raw))} ${raw < 0 ? "below" : "above"} surrogates without groups`,
  },
  {
    name: "stability",
    weight: 2,
    describes:
      "0: groups dissolve when customers are drawn anew (Jaccard 0.6) or under another seed (adjusted Rand index 0.6); 1: they come back (0.85)",
    raw: comesBack,
    score: (raw) => (raw - 0.6) / 0.25,
    text: (raw, candidate) =>
      raw < meanStability(candidate)
        ? `other seeds give groups that agree with these to ${two(raw)} (adjusted Rand index)`
        : `groups come back to ${two(raw)} when customers are drawn anew, as slices of one cloud may too`,
  },
  {
    name: "balance",
    weight: 1,
    describes: "0: everybody in one group; 1: groups of equal size",
    raw: ({ sizes }) => effectiveGroups(sizes),
    score: (raw, { sizes }) => (sizes.length < 2 ? 0 : (raw - 1) / (sizes.length - 1)),
    text: (raw, { sizes }) => `sizes as even as those of ${formatNumber(raw, 1)} equal groups, of ${sizes.length}`,
  },
  {
    name: "noise",
    weight: 1,
    describes: "0: half of the customers or more in no group; 1: nobody",
    raw: (candidate) => candidate.noise / customersOf(candidate),
    score: (raw) => 1 - raw / 0.5,
    text: (raw) =>
      raw === 0 ? "every customer is in a group" : `${formatShare(raw)} of the customers are in no group`,
  },
  {
    name: "explainability",
    weight: 1,
    describes: "0: a small decision tree finds no more of the groups than guessing; 1: all of them",
    raw: ({ explainability }) => explainability ?? Number.NaN,
    score: (raw, candidate) => {
      const guessed = 1 / groupsOf(candidate);
      return guessed === 1 ? 0 : (raw - guessed) / (1 - guessed);
    },
    text: (raw) => `a small decision tree finds ${formatShare(raw, 0)} of a group's unseen customers on average`,
  },
  {
    name: "usefulness",
    weight: 2,
    describes: "0: says nothing about what customers do next; 0.5: as much as the RFM segment; 1: twice as much",
    raw: ({ usefulness }) => usefulness?.label ?? Number.NaN,
    score: (raw, { usefulness }) => (usefulness!.segment > 0 ? raw / (2 * usefulness!.segment) : raw > 0 ? 1 : 0),
    text: (raw, { usefulness }) =>
      `tells ${formatShare(Math.max(0, raw), 0)} of what customers do next, the RFM segment ${formatShare(Math.max(0, usefulness!.segment), 0)}`,
  },
];

/** The groups that a tree tells apart: noise is one of them. */
function groupsOf({ sizes, noise }: ScoredCandidate): number {
  return Math.max(1, sizes.length + (noise > 0 ? 1 : 0));
}

/** How many equal groups are as even as these: the exponential of their entropy (Hill 1973). */
function effectiveGroups(sizes: readonly number[]): number {
  const inside = sizes.reduce((sum, size) => sum + size, 0);
  if (inside === 0) return 0;
  const shares = sizes.filter((size) => size > 0).map((size) => size / inside);
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}

function two(value: number): string {
  return formatNumber(value, 2).replace("-", "−");
}
