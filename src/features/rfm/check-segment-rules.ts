import { SegmentLabError } from "../../core/errors.js";
import { checkSegmentNames } from "./check-segment-names.js";
import { rfmSegmentNames } from "./segment-map.js";
import type { ScoreRange, SegmentRule, SegmentRules } from "./segment-rules.js";

const scores = ["r", "f", "m"] as const;

/**
 * Checks a list of rules of one's own: known segments, ranges within 1 to 5, and all 125 triples of scores taken, by a
 * rule or by `otherwise`.
 *
 * @param loose as JSON has it: `{"segments": […], "rules": [{"segment": "Stars", "r": [4, 5], "f": [4, 5]}, …], "otherwise": "Rest"}`
 * @returns the rules, exact
 * @throws SegmentLabError `bad-option` naming the rule that is wrong, or the first triple that no rule takes
 */
export function checkSegmentRules(loose: unknown): SegmentRules {
  if (!isObject(loose) || !Array.isArray(loose.rules)) throw bad('the segment rules are no object with a list "rules"');
  const segments = loose.segments === undefined ? rfmSegmentNames : checkSegmentNames(loose.segments, "segment rules");
  const { otherwise } = loose;
  if (otherwise !== undefined && !(typeof otherwise === "string" && segments.includes(otherwise)))
    throw bad(`"otherwise" of the segment rules names ${JSON.stringify(otherwise)}; there are ${segments.join(", ")}`);
  const rules = loose.rules.map((rule: unknown, i) => checkRule(rule, i + 1, segments));
  if (otherwise !== undefined) return { segments, rules, otherwise: otherwise as string };
  for (let r = 1; r <= 5; r++)
    for (let f = 1; f <= 5; f++)
      for (let m = 1; m <= 5; m++)
        if (firstRule(rules, r, f, m) === undefined)
          throw bad(`no rule takes R=${r}, F=${f}, M=${m}; add one, or name a segment as "otherwise"`);
  return { segments, rules };
}

/** The first rule that holds for a triple of scores. */
export function firstRule(rules: readonly SegmentRule[], r: number, f: number, m: number): SegmentRule | undefined {
  const within = (range: ScoreRange | undefined, score: number) =>
    range === undefined || (score >= range[0] && score <= range[1]);
  return rules.find((rule) => within(rule.r, r) && within(rule.f, f) && within(rule.m, m));
}

function checkRule(loose: unknown, place: number, segments: readonly string[]): SegmentRule {
  if (!isObject(loose)) throw bad(`rule ${place} is no object with a "segment"`);
  const { segment } = loose;
  if (typeof segment !== "string" || !segments.includes(segment))
    throw bad(`rule ${place} names the segment ${JSON.stringify(segment)}; there are ${segments.join(", ")}`);
  const stray = Object.keys(loose).find((key) => key !== "segment" && !(scores as readonly string[]).includes(key));
  if (stray !== undefined) throw bad(`rule ${place} (${segment}) takes "r", "f" and "m", not "${stray}"`);
  const ranges = scores.flatMap((score) => {
    const range = loose[score];
    return range === undefined ? [] : [[score, checkRange(range, `${score} of rule ${place} (${segment})`)] as const];
  });
  return { segment, ...Object.fromEntries(ranges) };
}

function checkRange(loose: unknown, where: string): ScoreRange {
  const [from, to] = Array.isArray(loose) && loose.length === 2 ? (loose as unknown[]) : [];
  const isScore = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5;
  if (!isScore(from) || !isScore(to) || from > to)
    throw bad(`${where} is ${JSON.stringify(loose)}; a range is [from, to] with whole scores from 1 to 5`);
  return [from, to];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-option", message);
}
