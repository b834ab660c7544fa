import { SegmentLabError } from "../../core/errors.js";
import { cleaningRules, type RuleName, ruleOf } from "./cleaning-rules.js";

/** A rule in its place, with its parameter where it takes one. */
export interface PlannedRule {
  readonly rule: RuleName;
  readonly parameter?: string;
}

/** The rules in the order in which they take rows; the last is `sales`. */
export type CleaningPlan = readonly PlannedRule[];

const named = {
  default: ["overlap", "identified", "adjustments", "goods", "returns", "sales"],
  naive: ["identified", "sales"],
} as const satisfies Record<string, readonly RuleName[]>;

/** The names that `--cleaning` takes. */
export type CleaningName = keyof typeof named;

/** The names that `--cleaning` takes. */
export const cleaningNames = Object.keys(named) as CleaningName[];

/** The plan of a name, rules with their default parameters. */
export function namedPlan(name: CleaningName): CleaningPlan {
  return named[name].map((rule) => {
    const { parameter } = ruleOf(rule);
    return parameter ? { rule, parameter: parameter.default } : { rule };
  });
}

/**
 * Makes a loose plan exact, as a config file has it: `{"steps": ["overlap", {"rule": "goods", "codes": ".*"}, "sales"]}`.
 *
 * @throws SegmentLabError `bad-option` naming the step that is unknown, twice there or wrongly set, or a plan without `sales` last
 */
export function normalizePlan(loose: unknown): CleaningPlan {
  const steps = typeof loose === "object" && loose !== null ? (loose as { steps?: unknown }).steps : undefined;
  if (!Array.isArray(steps)) throw bad(`the rules have no list "steps"`);
  const plan = steps.map((step, i) => normalizeStep(step, i + 1));
  const twice = plan.find(({ rule }, i) => plan.findIndex((other) => other.rule === rule) < i);
  if (twice) throw bad(`the step "${twice.rule}" stands twice in the rules`);
  if (plan.at(-1)?.rule !== "sales")
    throw bad(`the last step of the rules is "${plan.at(-1)?.rule ?? ""}", not "sales"`);
  return plan;
}

function normalizeStep(loose: unknown, place: number): PlannedRule {
  const { rule: name, ...parameters } = (typeof loose === "string" ? { rule: loose } : (loose ?? {})) as Record<
    string,
    unknown
  >;
  const found = cleaningRules.find(({ rule }) => rule === name);
  if (!found) {
    const known = cleaningRules.map(({ rule }) => rule).join(", ");
    throw bad(`step ${place} of the rules is "${String(name)}"; there are ${known}`);
  }
  const { rule, parameter } = found;
  const [unknown] = Object.keys(parameters).filter((key) => key !== parameter?.name);
  if (unknown !== undefined)
    throw bad(`the step "${rule}" takes no "${unknown}"${parameter ? `; it takes "${parameter.name}"` : ""}`);
  if (!parameter) return { rule };
  const value = parameters[parameter.name] ?? parameter.default;
  if (typeof value !== "string")
    throw bad(`"${parameter.name}" of the step "${rule}" is not a pattern: ${JSON.stringify(value)}`);
  return { rule, parameter: value };
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-option", message);
}
