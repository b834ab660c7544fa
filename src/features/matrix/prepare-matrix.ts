import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { applyPreparation } from "./apply-preparation.js";
import { fitPreparation } from "./fit-preparation.js";
import type { ColumnChoice, MatrixOptions, PresetName, SplitOptions } from "./matrix-options.js";
import { matrixPlan } from "./matrix-plan.js";
import type { PreparedMatrix } from "./preparation.js";
import { type SplitMatrices, wholesaleRows, wholesaleRule } from "./split-wholesale.js";

/**
 * Turns customers into the matrix that is clustered: chooses columns and customers, fills gaps, draws shares to the
 * shop's mean, transforms skewed columns and scales each. Everything it did is in `describePreparation`.
 *
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param choice `rfm` (3 columns), `rfm-plus` (13 columns, the default), `behaviour` (how people buy, not how much or
 * when last), `full` (all numbers, pruned), columns with their own preparation, or `MatrixOptions`; with
 * `split: "wholesale"` bulk accounts and the rest become two matrices
 * @returns customers × columns, with the fitted preparation and the groups that were set aside
 * @throws SegmentLabError `column-missing`, `bad-option`, `bad-value` (NaN, infinite, text, no column left) or
 * `too-few-rows`
 * @example
 * const matrix = prepareMatrix(customers, { preset: "rfm", transform: "yeo-johnson", outliers: "isolation-forest" });
 */
export function prepareMatrix(customers: ColumnTable, choice: SplitOptions): SplitMatrices;
export function prepareMatrix(
  customers: ColumnTable,
  choice?: PresetName | readonly ColumnChoice[] | MatrixOptions,
): PreparedMatrix;
export function prepareMatrix(
  customers: ColumnTable,
  choice: PresetName | readonly ColumnChoice[] | MatrixOptions | SplitOptions = "rfm-plus",
): PreparedMatrix | SplitMatrices {
  if (typeof choice === "string" || !("split" in choice)) {
    return applyPreparation(fitPreparation(customers, choice), customers);
  }
  const { split, ...options } = choice;
  if (split !== "wholesale") {
    throw new SegmentLabError("bad-option", `split is "${split}"; there is wholesale, or leave it out`);
  }
  const rule = wholesaleRule(customers);
  const { rows } = matrixPlan(options, customers);
  const prepare = (stay: "those" | "others"): PreparedMatrix => {
    const preparation = fitPreparation(customers, { ...options, rows: [wholesaleRows(rule, stay), ...rows] });
    return applyPreparation(preparation, customers);
  };
  return { rule, wholesale: prepare("those"), rest: prepare("others") };
}
