import type { ActionPlan } from "./action-plan.js";

/** The groups that a plan may tell: all, or of redacted customers those of enough people and those of nobody. */
export function toldGroups<Group extends { readonly customers: number }>(
  { smallestGroup }: Pick<ActionPlan, "smallestGroup">,
  groups: readonly Group[],
): Group[] {
  return groups.filter(({ customers }) => smallestGroup === null || customers === 0 || customers >= smallestGroup);
}
