import type { Settings } from "../settings.js";
import { type CleaningPlan, namedPlan } from "./cleaning-plan.js";

/** The plan that settings mean: a named one or the user's own, with the options that change single rules. */
export function planOf({ cleaning = "default", rules, goods, repeats }: Settings): CleaningPlan {
  const base = (rules ?? namedPlan(cleaning)).map((step) =>
    step.rule === "goods" && goods !== undefined ? { ...step, parameter: goods } : step,
  );
  if (repeats !== "drop" || base.some(({ rule }) => rule === "repeats")) return base;
  // a copy from an overlap is no repeat: the overlap goes first
  const at = base.findIndex(({ rule }) => rule === "overlap") + 1;
  return [...base.slice(0, at), { rule: "repeats" }, ...base.slice(at)];
}
