import { type Effort, effortWords } from "../playbook/effort.js";
import type { Cases } from "../playbook/playbook.js";
import type { StartWithin } from "./action-plan.js";

/** When to begin, and why. */
export interface Start {
  readonly startWithinDays: StartWithin;
  readonly startReason: string;
}

const terms = [30, 90, 180] as const;

/**
 * When an action begins: an afternoon's work within 30 days, a week's within 90, a project within 180; a term earlier
 * where it pays even in the low case; not at all where it is not expected to pay or nobody is left to contact.
 *
 * @param effort 1, 2 or 3
 * @param profit low, base and high profit of the list; null where it is not known, and then effort alone decides
 * @param contacts how many are contacted
 */
export function startWithin(effort: Effort, profit: Cases | null, contacts: number): Start {
  if (contacts === 0) return { startWithinDays: null, startReason: "There is nobody to contact." };
  const work = effort === 3 ? effortWords[effort] : `${effortWords[effort]}'s work`;
  if (profit !== null && profit.base <= 0) return { startWithinDays: null, startReason: "It is not expected to pay." };
  const isSafe = profit !== null && profit.low > 0;
  const startWithinDays = terms[Math.max(0, effort - (isSafe ? 2 : 1))]!;
  if (profit === null) return { startWithinDays, startReason: `It is ${work}; what it brings is not known.` };
  const pays = isSafe ? "pays even in the low case" : "pays in the base case, not in the low one";
  return { startWithinDays, startReason: `It is ${work} and ${pays}.` };
}
