import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import type { ComparedRun, Comparison } from "../comparison.js";
import { handyGroups } from "../handy-groups.js";
import type { StructureAnswer, StructureVerdict } from "../null/structure-verdict.js";
import { expectedAgreement, sharedView } from "../reference/expected-agreement.js";
import type { Weighing } from "../weighing/weigh-finalists.js";
import { type ScoringFacts, scoreFinalist } from "./score-finalist.js";
import { type Scorecard, type ScorecardRow, scorecard } from "./scorecard.js";
import type { CriterionName } from "./scorecard-criteria.js";

/** Which clustering to use, what its groups are, and why. */
export class Verdict {
  constructor(
    /** The run to use. */
    readonly chosen: ComparedRun,
    /** Whether the rows fall into groups at all. */
    readonly structure: StructureVerdict,
    readonly card: Scorecard,
    /** What every reader must know, in sentences. */
    readonly warnings: readonly string[],
    /** What it was chosen for: nearness to what the rows are likely made of, a number of groups for use, or its score. */
    readonly basis: "reference" | "use" | "score" = "score",
  ) {}

  /** The chosen run on the scorecard. */
  get row(): ScorecardRow {
    return this.card.rows.find(({ name }) => name === this.chosen.name)!;
  }

  /** The outcome in one or two sentences. */
  get summary(): string {
    const { chosen, row, structure, card, basis } = this;
    const best = card.rows[0]!;
    const scored = ({ name, total }: ScorecardRow) => `${name} (${formatNumber(total, 2)} of 1)`;
    const others = card.rows.filter((other) => other !== row);
    if (best !== row && basis === "reference") {
      return `${scored(row)} is nearest to the groups that the rows are likely made of; ${scored(best)} scores higher, and is further from them.`;
    }
    if (best !== row) {
      return (
        `These are ${structure.answer}, so the number of groups is chosen for use: among the finalists with ` +
        `${handyGroups.least} to ${handyGroups.most} groups ${scored(row)} scores best; ${scored(best)} would be ahead of it.`
      );
    }
    const lead = others[0] ? `, ahead of ${scored(others[0])}` : ", the only one that can be used";
    return `${scored(row)} scores best${lead}. Its groups are ${structure.answer}${chosen.clustering.clusters === structure.groups ? ", as many as stand apart" : ""}.`;
  }
}

/** What `verdict` takes. */
export interface VerdictOptions extends Partial<ScoringFacts> {
  /** By criterion, any numbers of 0 or more; those left out keep their own. */
  readonly weights?: Readonly<Partial<Record<CriterionName, number>>>;
}

/**
 * Says which clustering of a comparison to use and why, and whether its groups are there at all: separate groups, slices
 * of a continuum, or a spike in one column. Where groups stand apart, or a mixture of few says what the rows are made of,
 * the best of the finalists nearest to these is taken (`weighed.reference`); where they are slices of what no mixture ends
 * with, the number of groups is ours, and the best of 4 to 8 is taken. The finalists are scored by separation beyond rows
 * without groups, stability, size balance, noise, explainability and usefulness; the weights are yours to change.
 *
 * @param comparison as `compareClusterings` gives it, finalists included
 * @param options `weights`; `features`: columns in original units, to explain groups by; `usefulness`, as
 *   `futureUsefulness` gives it; `seed`
 * @returns the chosen run, the answer on structure, the scorecard, warnings; `show` prints all of it
 * @throws SegmentLabError `too-few-rows` where no candidate has groups that can be used
 * @example show(verdict(comparison, { weights: { usefulness: 4 } }));
 */
export function verdict(comparison: Comparison, options: VerdictOptions = {}): Verdict {
  const { weights, features, usefulness, seed = 1 } = options;
  const { weighed, runs } = comparison;
  if (!weighed) {
    throw new SegmentLabError("bad-option", "the comparison has no finalists to judge; compare with finalists above 0");
  }
  const { finalists, structure } = weighed;
  if (finalists.length === 0) {
    throw new SegmentLabError(
      "too-few-rows",
      `none of ${runs.length} candidates has groups that can be used: two or more, none under 1 % of the rows, at most half noise`,
    );
  }
  const facts = { seed, ...(features && { features }), ...(usefulness && { usefulness }) };
  const card = scorecard(
    finalists.map((finalist) => scoreFinalist(finalist, facts)),
    weights ? { weights } : {},
  );
  const { chosen, row, basis } = chooseForUse(weighed, card);
  const told = [...row.warnings, ...(chosen.clustering.warnings ?? [])];
  const warnings = [...told.map((warning) => `${chosen.name}: ${warning}`), ...card.warnings];
  return new Verdict(chosen, structure, card, warnings, basis);
}

/** How near to the best agreement with the reference is as good. */
const asNear = 0.005;

/**
 * The best score: where groups stand apart, or the rows are likely made of few that overlap, of those nearest to these
 * groups; where the borders are ours, of those with a handy number of groups; else of all.
 */
function chooseForUse({ finalists, structure: { answer }, reference }: Weighing, { rows }: Scorecard) {
  const runOf = ({ name }: ScorecardRow) => finalists.find(({ run }) => run.name === name)!.run;
  const agreements = rows.map((row) => (reference ? expectedAgreement(runOf(row).clustering.labels, reference) : 0));
  const nearest = Math.max(...agreements);
  const isShared = reference?.isBounded === true && nearest >= sharedView;
  const bases: Readonly<Record<StructureAnswer, Verdict["basis"]>> = {
    "separate groups": reference ? "reference" : "score",
    "slices of a continuum": isShared ? "reference" : "use",
    "a spike in one column": "score",
  };
  const basis = bases[answer];
  const isHandy = (row: ScorecardRow) => {
    const { clusters } = runOf(row).clustering;
    return clusters >= handyGroups.least && clusters <= handyGroups.most;
  };
  const fits = {
    reference: (_: ScorecardRow, i: number) => agreements[i]! >= nearest - asNear,
    use: isHandy,
    score: () => true,
  }[basis];
  const row = rows.find(fits) ?? rows[0]!;
  return { chosen: runOf(row), row, basis } as const;
}
