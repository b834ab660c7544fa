import { SegmentLabError } from "../../core/errors.js";
import { checkKeys, checkNumber } from "../../features/matrix/check-option.js";
import { checkPlaybook } from "../playbook/check-playbook.js";
import { defaultPlaybook } from "../playbook/default-playbook.js";
import type { Effort } from "../playbook/effort.js";
import type { Playbook } from "../playbook/playbook.js";
import type { Assumption } from "./action-plan.js";
import type { PlanOptions } from "./plan-input.js";

/** Options with every default filled in, checked. */
export interface SettledOptions {
  readonly playbook: Playbook;
  readonly margin: number;
  readonly budget: number | null;
  readonly holdout: { readonly share: number; readonly salt: string };
  readonly alpha: number;
  readonly power: number;
  readonly effortDays: readonly [number, number, number];
  readonly ratios: readonly number[];
  readonly seed: number;
  readonly assumptions: readonly Assumption[];
}

const names = [
  "playbook",
  "margin",
  "budget",
  "holdoutShare",
  "holdoutSalt",
  "alpha",
  "power",
  "effortDays",
  "ratios",
  "seed",
];

/** Checks the options of a plan once and says what is taken for granted. */
export function settleOptions(given: PlanOptions): SettledOptions {
  checkKeys("option of a plan", given, names);
  const { playbook = defaultPlaybook, margin = 0.4, budget, holdoutShare = 0.1, holdoutSalt = "segment-lab" } = given;
  const { alpha = 0.05, power = 0.8, effortDays = [0.5, 5, 20], ratios = [], seed = 1 } = given;
  checkNumber("margin", margin, { least: 0, most: 1 });
  if (budget !== undefined) checkNumber("budget", budget, { least: 0 });
  checkNumber("holdoutShare", holdoutShare, { least: 0, most: 0.9 });
  checkNumber("alpha", alpha, { least: 1e-6, most: 0.5 });
  checkNumber("power", power, { least: 0.5, most: 0.999 });
  for (const days of effortDays)
    if (!(days > 0 && days < Number.POSITIVE_INFINITY))
      throw new SegmentLabError("bad-option", `effortDays has ${days}; give three numbers of days above 0`);
  const source = (name: keyof PlanOptions, otherwise: string) =>
    given[name] === undefined ? otherwise : "set by the user";
  const days = (effort: Effort): Assumption => ({
    name: `days of work of effort ${effort}`,
    value: effortDays[effort - 1]!,
    unit: "days",
    source: source("effortDays", "assumption"),
    text: "What priority divides the profit by.",
  });
  return {
    playbook: checkPlaybook(playbook),
    margin,
    budget: budget ?? null,
    holdout: { share: holdoutShare, salt: holdoutSalt },
    alpha,
    power,
    effortDays,
    ratios,
    seed,
    assumptions: [
      {
        name: "margin",
        value: margin,
        unit: "share",
        source: source("margin", "assumption: the sales do not say what goods cost"),
        text: "Share of an order's net value that is left after the goods are paid.",
      },
      ...(budget === undefined ? [] : [budgetOf(budget)]),
      {
        name: "hold-out",
        value: holdoutShare,
        unit: "share",
        source: source("holdoutShare", "convention"),
        text: "Share of customers that no campaign reaches, so that the others can be compared with them.",
      },
      {
        name: "alpha",
        value: alpha,
        unit: "share",
        source: source("alpha", "convention"),
        text: "Two-sided chance of an uplift found where there is none.",
      },
      {
        name: "power",
        value: power,
        unit: "share",
        source: source("power", "convention"),
        text: "Chance of finding an uplift that is there.",
      },
      days(1),
      days(2),
      days(3),
    ],
  };
}

function budgetOf(value: number): Assumption {
  return { name: "budget", value, unit: "currency", source: "set by the user", text: "What may be spent on contacts." };
}
