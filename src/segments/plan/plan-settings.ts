import { readSettings, type Settings } from "../../sales/settings.js";
import type { PlanOptions } from "./plan-input.js";

/** What the settings of a run say of its plan. */
export type PlanSettings = Pick<PlanOptions, "margin" | "budget" | "holdoutShare">;

/**
 * The options of a plan that were set for this run, by `--margin`, `--budget` and `--holdout` or in SEGMENT_LAB_OPTIONS;
 * what was not set is left out, so that the plan tells it from what a user chose.
 *
 * @param settings those of this run unless given
 * @returns options for `planActions` and `planShop`
 * @throws SegmentLabError `bad-option` as `readSettings`
 * @example
 * const shop = { customers: customers, labels: labels, segments: segments };
 * const plan = await planShop(sales, shop, planSettings());
 */
export function planSettings(settings: Pick<Settings, "margin" | "budget" | "holdout"> = readSettings()): PlanSettings {
  const { margin, budget, holdout } = settings;
  return {
    ...(margin !== undefined && { margin }),
    ...(budget !== undefined && { budget }),
    ...(holdout !== undefined && { holdoutShare: holdout }),
  };
}
