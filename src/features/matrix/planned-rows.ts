import { SegmentLabError } from "../../core/errors.js";
import { checkChoice, checkKeys, checkNumber } from "./check-option.js";
import type { RowRule } from "./row-rules.js";

/** Rules on who is in a matrix, as a list. */
export function plannedRows(given: RowRule | readonly RowRule[]): readonly RowRule[] {
  const rules: readonly RowRule[] = Array.isArray(given) ? given : [given as RowRule];
  rules.forEach(checkRule);
  return rules;
}

function checkRule(rule: RowRule): void {
  checkKeys("key of a rule on rows", rule, ["all", "stay", "group"]);
  if (typeof rule.group !== "string" || rule.group === "") {
    const advice = 'say what those are who are set aside, as group: "new customers"';
    throw new SegmentLabError("bad-option", `a rule on rows has no group; ${advice}`);
  }
  if (!Array.isArray(rule.all)) {
    const advice = 'give them as all: [{ column: "orders", atLeast: 3 }]';
    throw new SegmentLabError("bad-option", `the rule on rows "${rule.group}" has no conditions; ${advice}`);
  }
  checkChoice("stay", rule.stay ?? "those", ["those", "others"]);
  for (const condition of rule.all) {
    checkKeys("key of a condition", condition, ["column", "per", "atLeast", "atMost"]);
    checkNumber("atLeast", condition.atLeast ?? 0, {});
    checkNumber("atMost", condition.atMost ?? 0, {});
  }
}
