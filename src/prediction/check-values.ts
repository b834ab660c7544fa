import { createMatrix } from "../core/matrix.js";
import { correlations } from "../features/matrix/correlations.js";
import { expectedOrderValue } from "./expected-order-value.js";
import { type FittedValues, fitValues } from "./fit-values.js";
import { rowsByFrequency } from "./frequency-classes.js";
import type { PurchaseSummary } from "./purchase-summary.js";
import type { PurchasesBetween } from "./purchases-between.js";

/** The expected value of an order against what came, for customers who bought about as often. */
export interface ValueCalibration {
  /** Purchase days after the first one before the cut-off. */
  readonly frequency: string;
  /** Customers of the class who bought in the period. */
  readonly customers: number;
  /** Their purchase days of net value above 0 in the period. */
  readonly days: number;
  /** Mean net value of those days, as expected and as it was, in the file's currency. */
  readonly predicted: number;
  readonly actual: number;
}

/** How far the model of order values holds. */
export interface ValueCheck {
  readonly fit: FittedValues;
  /** Rank correlation of frequency and mean value among those who came back; the model takes it to be 0. */
  readonly spearman: number;
  readonly calibration: readonly ValueCalibration[];
}

/** Fits order values before the cut-off and holds them against the period after it. */
export function checkValues(summary: PurchaseSummary, period: PurchasesBetween): ValueCheck {
  const fit = fitValues(summary);
  const expected = expectedOrderValue(fit, summary);
  const repeaters = [...summary.frequency.keys()].filter(
    (i) => summary.frequency[i]! > 0 && summary.valuedDays[i]! > 0,
  );
  const pairs = repeaters.map((i) => [summary.frequency[i]!, summary.meanDayValue[i]!]);
  const calibration = rowsByFrequency(summary.frequency).flatMap(({ name, rows }) => {
    const bought = rows.filter((i) => period.valuedDays[i]! > 0);
    const sum = (of: (i: number) => number) => bought.reduce((total, i) => total + of(i), 0);
    const days = sum((i) => period.valuedDays[i]!);
    if (days === 0) return [];
    return [
      {
        frequency: name,
        customers: bought.length,
        days,
        predicted: sum((i) => expected[i]! * period.valuedDays[i]!) / days,
        actual: sum((i) => period.netValue[i]!) / days,
      },
    ];
  });
  const spearman =
    pairs.length < 3
      ? Number.NaN
      : correlations(createMatrix(pairs, ["frequency", "value"]), { method: "spearman" }).values[1]!;
  return { fit, spearman, calibration };
}
