import type { CleaningPlan } from "./cleaning-plan.js";
import { type Fate, ruleOf } from "./cleaning-rules.js";

/** A step of the ledger before it is counted. */
export interface PlannedStep {
  readonly step: string;
  readonly from: string | null;
  readonly reason: string;
  /** The fates of the rows that are left after the step. */
  readonly keeps: readonly Fate[];
}

/**
 * The steps that the ledger of a plan tells: each starts from the one before, but returns are set aside, so that sales
 * start from where returns started.
 */
export function ledgerSteps(plan: CleaningPlan): PlannedStep[] {
  const fates = plan.map(({ rule }) => ruleOf(rule).fate);
  const steps: PlannedStep[] = [
    { step: "read", from: null, reason: "every row of the file", keeps: [...fates, "sold"] },
  ];
  let from = "read";
  plan.forEach(({ rule }, i) => {
    const { reason, fate } = ruleOf(rule);
    if (rule === "returns") {
      steps.push({ step: rule, from, reason, keeps: [fate] });
      return;
    }
    // a return is no sale; before that it is still part of what is left
    const later = fates.slice(i + 1).filter((left) => rule !== "sales" || left !== "returned");
    const aside = rule !== "sales" ? fates.slice(0, i).filter((left) => left === "returned") : [];
    steps.push({ step: rule, from, reason, keeps: [...aside, ...later, "sold"] });
    from = rule;
  });
  return steps;
}
