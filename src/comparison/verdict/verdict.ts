import { SegmentLabError } from "../../core/errors.js";
import { formatNumber } from "../../core/format.js";
import type { ComparedRun, Comparison } from "../comparison.js";
import type { StructureVerdict } from "../null/structure-verdict.js";
import { type ScoringFacts, scoreFinalist } from "./score-finalist.js";
import { type Scorecard, type ScorecardRow, scorecard } from "./scorecard.js";
import type { CriterionName } from "./scorecard-criteria.js";

/** Which clustering to use, what its groups are, and why. */
export class Verdict {
  constructor(
    /** The run that scores best. */
    readonly chosen: ComparedRun,
    /** Whether the rows fall into groups at all. */
    readonly structure: StructureVerdict,
    readonly card: Scorecard,
    /** What every reader must know, in sentences. */
    readonly warnings: readonly string[],
  ) {}

  /** The chosen run on the scorecard. */
  get row(): ScorecardRow {
    return this.card.rows[0]!;
  }

  /** The outcome in one sentence. */
  get summary(): string {
    const second = this.card.rows[1];
    const lead = second
      ? `, ahead of ${second.name} with ${formatNumber(second.total, 2)}`
      : ", the only one that can be used";
    return `${this.chosen.name} scores best with ${formatNumber(this.row.total, 2)} of 1${lead}. These are ${this.structure.answer}.`;
  }
}

/** What `verdict` takes. */
export interface VerdictOptions extends Partial<ScoringFacts> {
  /** By criterion, any numbers of 0 or more; those left out keep their own. */
  readonly weights?: Readonly<Partial<Record<CriterionName, number>>>;
}

/**
 * Says which clustering of a comparison to use and why, and whether its groups are there at all: separate groups, slices
 * of a continuum, or a spike in one column. The finalists are scored by separation beyond rows without groups, stability, size
 * balance, noise, explainability and usefulness; the weights are yours to change.
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
  const best = finalists.find(({ run }) => run.name === card.rows[0]!.name)!.run;
  const told = (best.clustering.warnings ?? []).map((warning) => `${best.name}: ${warning}`);
  const own = card.rows[0]!.warnings.map((warning) => `${best.name}: ${warning}`);
  return new Verdict(best, structure, card, [...own, ...told, ...card.warnings]);
}
