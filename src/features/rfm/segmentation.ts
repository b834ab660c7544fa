import { SegmentLabError } from "../../core/errors.js";
import { checkSegmentMap, type SegmentMap, type SegmentMapRow, standardSegmentMap } from "./check-segment-map.js";
import { checkSegmentRules, firstRule } from "./check-segment-rules.js";
import { valueScore } from "./segment-map.js";
import type { SegmentRules } from "./segment-rules.js";

/** How scores become segments: by a map of (R, V) or by a list of rules; our own map where neither is given. */
export interface SegmentationOptions {
  readonly map?: SegmentMap;
  readonly rules?: SegmentRules;
}

/** The segment of a customer with scores R, F and M, by the checked map or rules. */
export function segmentation({ map, rules }: SegmentationOptions): (r: number, f: number, m: number) => string {
  if (map !== undefined && rules !== undefined)
    throw new SegmentLabError("bad-option", "both a map and rules are given; choose one of them");
  if (rules !== undefined) {
    const checked = checkSegmentRules(rules);
    return (r, f, m) => (firstRule(checked.rules, r, f, m)?.segment ?? checked.otherwise)!;
  }
  const { cells } = map === undefined ? standardSegmentMap : checkSegmentMap(map);
  return (r, f, m) => cells[`R${r}` as SegmentMapRow][valueScore(f, m) - 1]!;
}
