import { formatNumber } from "../../core/format.js";
import { algorithmName, candidateName } from "../candidates.js";
import { stabilityBand } from "../stability/stability-band.js";
import type { StructureEvidence } from "./measure-structure.js";
import { isValley } from "./separate-groups.js";

/** Whether rows fall into groups. */
export type StructureAnswer = "separate groups" | "slices of a continuum" | "a spike in one column";

/** The answer and what carries it. */
export interface StructureVerdict {
  readonly answer: StructureAnswer;
  /** How many groups stand apart; 1 where none do. */
  readonly groups: number;
  /** In plain words, each with its numbers; the one that decides first. */
  readonly reasons: readonly string[];
  /** What follows from the answer. */
  readonly advice: string;
}

/** Below this mean Jaccard index groups do not come back, and do not count. */
const leastStability = 0.6;

/** A lead over the surrogates counts from here on: so rare, or with few surrogates so many deviations. */
const leastChance = 0.05;
const clearLead = 3;

const advice: Readonly<Record<StructureAnswer, string>> = {
  "separate groups": "The groups are there to be found: name them, and check that each clustering keeps them apart.",
  "slices of a continuum":
    "The borders are ours: prefer scores for targeting, choose k for use, and expect customers near a border to change sides.",
  "a spike in one column":
    "A rule on that column says the same: split by it, or leave it out and cluster what remains.",
};

/**
 * Says whether rows fall into separate groups, are slices of a continuum, or are split by a frequent value of one
 * column. Valleys between neighbouring centres decide; groups that do not come back in resamples are refused. A criterion beyond
 * the null alone shows no groups: bent and cornered clouds beat their surrogates too. Stability never votes for groups.
 *
 * @param evidence as `measureStructure` gives it
 * @returns the answer, how many groups, reasons in words with their numbers, and what follows
 * @example show(structureVerdict(await measureStructure(matrix)).reasons);
 */
export function structureVerdict({ found, spikes, stability, null: against }: StructureEvidence): StructureVerdict {
  const isApart = found.groups > 1 && stability >= leastStability;
  const answer = !isApart ? "slices of a continuum" : spikes.length > 0 ? "a spike in one column" : "separate groups";
  const reasons = [
    ...(spikes.length > 0 && isApart ? [spikeReason(spikes)] : []),
    valleyReason(found),
    ...(found.groups > 1 ? [stabilityReason(stability)] : []),
    nullReason(against, isApart),
  ];
  return { answer, groups: answer === "separate groups" ? found.groups : 1, reasons, advice: advice[answer] };
}

function spikeReason(spikes: readonly string[]): string {
  const named = spikes.map((column) => `"${column}"`).join(" and ");
  const [verb, without] = spikes.length === 1 ? ["has", "it"] : ["have", "them"];
  return `${named} ${verb} a value that many rows share; without ${without} nothing stands apart.`;
}

function valleyReason({ groups, valleys, dips, k }: StructureEvidence["found"]): string {
  const [shallowest] = valleys;
  if (shallowest) {
    return (
      `${groups} groups stand apart: every valley between them is clear, the shallowest with ` +
      `dip ${dipWords(shallowest)} (seen in ${k} slices).`
    );
  }
  const [deepest] = dips;
  if (!deepest) return "There are too few different rows to look for valleys.";
  return isValley(deepest)
    ? `No part stands apart: the deepest dip between two of ${k} slices (${dipWords(deepest)}) is a valley, but a way through neighbouring slices leads around it.`
    : `No part stands apart: no dip between two of ${k} slices is a clear valley (the deepest: ${dipWords(deepest)}).`;
}

function dipWords({ dip, p }: { readonly dip: number; readonly p: number }): string {
  return `${formatNumber(dip, 3)}, against one mode p ${p <= 0.0001001 ? "≤ 0.0001" : `= ${formatNumber(p, 4)}`}`;
}

function stabilityReason(stability: number): string {
  const words = `mean Jaccard index ${formatNumber(stability, 2)}, ${stabilityBand(stability)}`;
  return stability >= leastStability
    ? `The groups come back in resamples (the weakest: ${words}).`
    : `The groups do not come back in resamples (the weakest: ${words}), so they do not count.`;
}

function nullReason(
  { criterion, candidates, lead, each, leader }: StructureEvidence["null"],
  isApart: boolean,
): string {
  const { real, expected } = each[leader]!;
  const numbers = `${criterion} ${formatNumber(real, 3)} against ${formatNumber(expected, 3)}`;
  const chance = `p = ${formatNumber(lead.p, 2)}, z = ${formatNumber(lead.z, 1)}`;
  const { algorithm, options } = candidates[leader]!;
  // how often it started is no part of what is claimed
  const { starts: _, ...said } = options;
  const name = candidateName({ algorithm, options: said });
  const asked =
    candidates.length === 1
      ? "Of one candidate"
      : `Of ${candidates.length} candidates of ${algorithmName(algorithm, options)}`;
  if (lead.p > leastChance && lead.z < clearLead) {
    const why = isApart ? ": they keep the modes of single columns, and it does not fit every shape" : "";
    return `${asked} the largest lead over copula surrogates, that of ${name} (${numbers}), is one that the best candidate also reaches on them (${chance})${why}.`;
  }
  const why = isApart ? "" : ", yet without a valley: the cloud has another shape, not groups";
  return `${asked} the largest lead over copula surrogates, that of ${name} (${numbers}), is more than the best candidate reaches on them (${chance})${why}.`;
}
