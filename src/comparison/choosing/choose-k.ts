import { SegmentLabError } from "../../core/errors.js";
import { elbow } from "./elbow.js";
import { type GapRule, pickByGap } from "./pick-by-gap.js";

/** What is known of the clustering into k groups; what is left out or not a number does not vote. */
export interface KEvidence {
  readonly k: number;
  /** Mean silhouette: the largest wins (Rousseeuw 1987). */
  readonly silhouette?: number;
  /** The largest wins (Caliński and Harabasz 1974). */
  readonly calinskiHarabasz?: number;
  /** The smallest wins (Davies and Bouldin 1979). */
  readonly daviesBouldin?: number;
  /** Gap statistic with its standard error: by a rule, `firstSEmax` where none is given. */
  readonly gap?: number;
  readonly gapError?: number;
  /** Sum of squares within the groups: the elbow wins. */
  readonly inertia?: number;
  /** Of mixtures: the smallest wins (Schwarz 1978). */
  readonly bic?: number;
}

/** One criterion over all k, and its vote. */
export interface KVote {
  readonly criterion: string;
  /** One a k; NaN where it is not known. */
  readonly values: readonly number[];
  /** The k it picks, or null where it picks none. */
  readonly pick: number | null;
  /** How it picks, in words. */
  readonly rule: string;
}

/** The votes on the number of groups. */
export interface KChoice {
  readonly ks: readonly number[];
  readonly votes: readonly KVote[];
  /** The number of groups with the most votes, of equal ones the smallest; null where nothing votes. */
  readonly k: number | null;
  /** All numbers of groups with as many votes, ascending: more than one is a tie. */
  readonly tied: readonly number[];
  /** How many criteria vote for `k`, and how many vote at all. */
  readonly support: number;
  readonly voters: number;
  /** The outcome in one sentence, with ties and disagreement. */
  readonly summary: string;
}

type Pick = (
  ks: readonly number[],
  values: readonly number[],
  evidence: readonly KEvidence[],
  rule: GapRule,
) => number | null;

const criteria: readonly { name: string; key: keyof KEvidence; rule: string; pick: Pick }[] = [
  { name: "silhouette", key: "silhouette", rule: "largest", pick: (ks, values) => extreme(ks, values, 1) },
  { name: "Calinski–Harabasz", key: "calinskiHarabasz", rule: "largest", pick: (ks, values) => extreme(ks, values, 1) },
  { name: "Davies–Bouldin", key: "daviesBouldin", rule: "smallest", pick: (ks, values) => extreme(ks, values, -1) },
  {
    name: "gap statistic",
    key: "gap",
    rule: "by its rule",
    pick: (ks, values, evidence, rule) =>
      ks[
        pickByGap(
          values,
          evidence.map(({ gapError }) => gapError ?? 0),
          rule,
        )
      ] ?? null,
  },
  { name: "elbow", key: "inertia", rule: "elbow", pick: (ks, values) => elbow(ks, values) },
  { name: "BIC of mixtures", key: "bic", rule: "smallest", pick: (ks, values) => extreme(ks, values, -1) },
];

/**
 * Lets the criteria vote on the number of groups: silhouette, Calinski–Harabasz, Davies–Bouldin, gap statistic, elbow
 * and BIC, one vote each. A tie goes to the smaller number and is named. The vote says which k cuts best, never that
 * there is anything to cut: `nullComparison` and `structureVerdict` ask that.
 *
 * @param evidence one entry a k, any order
 * @param options `gapRule`: how the gap statistic votes, `firstSEmax` where left out
 * @returns the values, criterion by criterion with its pick, the winner, ties, and a sentence
 * @throws SegmentLabError `bad-value` where a k stands twice
 * @example chooseK([{ k: 2, silhouette: 0.41 }, { k: 3, silhouette: 0.52 }]).k; // 3
 */
export function chooseK(evidence: readonly KEvidence[], options: { readonly gapRule?: GapRule } = {}): KChoice {
  const sorted = evidence.toSorted((a, b) => a.k - b.k);
  const ks = sorted.map(({ k }) => k);
  const twice = ks.find((k, i) => ks[i + 1] === k);
  if (twice !== undefined) throw new SegmentLabError("bad-value", `k = ${twice} stands twice; give one entry a k`);
  const { gapRule = "firstSEmax" } = options;
  const votes = criteria.flatMap(({ name, key, rule, pick }): KVote[] => {
    const known = sorted.filter((entry) => Number.isFinite(entry[key]));
    if (known.length === 0) return [];
    const values = known.map((entry) => entry[key]!);
    return [
      {
        criterion: name,
        values: sorted.map((entry) => entry[key] ?? Number.NaN),
        pick: pick(
          known.map(({ k }) => k),
          values,
          known,
          gapRule,
        ),
        rule: key === "gap" ? gapRule : rule,
      },
    ];
  });
  const picks = votes.flatMap(({ pick }) => (pick === null ? [] : [pick]));
  const count = (k: number) => picks.filter((pick) => pick === k).length;
  const support = Math.max(0, ...ks.map(count));
  const tied = support === 0 ? [] : ks.filter((k) => count(k) === support);
  const outcome = { ks, votes, k: tied[0] ?? null, tied, support, voters: picks.length };
  return { ...outcome, summary: summarize(outcome) };
}

/** The k of the largest value times `sign`, the smaller k of equal ones. */
function extreme(ks: readonly number[], values: readonly number[], sign: 1 | -1): number {
  return ks[values.reduce((best, value, i) => (sign * value > sign * values[best]! ? i : best), 0)]!;
}

function summarize({ votes, k, tied, support, voters }: Omit<KChoice, "summary">): string {
  if (k === null) return "No criterion picks a number of groups.";
  const named = (pick: number) =>
    votes
      .filter((vote) => vote.pick === pick)
      .map(({ criterion }) => criterion)
      .join(", ");
  if (support === voters)
    return voters === 1 ? `Only ${named(k)} votes: k = ${k}.` : `All ${voters} criteria pick k = ${k}.`;
  const others = [...new Set(votes.flatMap(({ pick }) => (pick === null || tied.includes(pick) ? [] : [pick])))].sort(
    (a, b) => a - b,
  );
  const against = others.map((pick) => `${named(pick)} k = ${pick}`).join("; ");
  const disagreement = against === "" ? "" : ` Others: ${against}.`;
  if (tied.length === 1) return `${support} of ${voters} criteria pick k = ${k} (${named(k)}).${disagreement}`;
  const sides = tied.map((pick) => `k = ${pick} (${named(pick)})`).join(" and ");
  return `A tie with ${support} of ${voters} votes each: ${sides}; the smaller is taken.${disagreement}`;
}
