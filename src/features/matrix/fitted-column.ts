import { max, mean, median, min } from "simple-statistics";
import type { ColumnPreparation } from "./column-preparation.js";
import { quantilesOf } from "./quantiles.js";
import { fitScaling } from "./scaling.js";
import { skewness } from "./skewness.js";
import { type TransformParameters, transformRules } from "./transforms.js";

/** A column's preparation with everything that was learnt from the customers it was fitted on. */
export interface FittedColumn extends ColumnPreparation, TransformParameters {
  /** The column's name in the matrix: that of the customers' column, with `_missing` behind it for an indicator. */
  readonly name: string;
  /** `missing` for an indicator: 1 where the value was missing, 0 elsewhere. */
  readonly of: "value" | "missing";
  /** Where the column's extremes are drawn in, in original units; null where they are kept. */
  readonly limits: { readonly low: number; readonly high: number } | null;
  /** Stands in for missing values, in original units. */
  readonly fill: number;
  /** The shop's mean of the column, to which a shrunk share is drawn; 0 where nothing is shrunk. */
  readonly shop: number;
  /** Taken off after the transform. */
  readonly center: number;
  /** Divided by after that; 1 where the column is constant. */
  readonly spread: number;
  /** True where every customer has the same value: the column is all zeros then and separates nobody. */
  readonly constant: boolean;
  readonly facts: ColumnFacts;
}

/** What the customers were like on whom a column was fitted. */
export interface ColumnFacts {
  /** Share of the customers without a value. */
  readonly missing: number;
  /** Share of the known values that were drawn in. */
  readonly winsorized: number;
  /** Skewness of the known values, and of the prepared ones; null where it is not defined. */
  readonly skewBefore: number | null;
  readonly skewAfter: number | null;
}

/** A column's values by customer and, for shrinking, the number of orders each rests on. */
export interface ColumnValues {
  readonly values: readonly (number | null)[];
  readonly orders: readonly number[];
}

/** The strength with which a share is drawn to the shop's mean, in orders. */
const shrinkage = 3;

/**
 * Learns a column's preparation from its values.
 *
 * @param winsorize the shares of values below and above which the extremes are drawn in, where they are to be
 */
export function fitColumn(
  preparation: ColumnPreparation,
  column: ColumnValues,
  winsorize?: { readonly lower: number; readonly upper: number },
): FittedColumn {
  const raw = Float64Array.from(column.values.filter((value): value is number => value !== null));
  const limits = winsorize && raw.length > 0 ? limitsOf(raw, winsorize) : null;
  const known = [...raw].map((value) => within(value, limits));
  const fills = { zero: () => 0, median: () => median(known), max: () => max(known) };
  const fill = known.length === 0 ? 0 : fills[preparation.missing]();
  const shop = preparation.shrink && known.length > 0 ? mean(known) : 0;
  const learnt = { ...preparation, name: preparation.column, of: "value" as const, limits, fill, shop };

  const { learn, apply } = transformRules[preparation.transform];
  const filled = fillColumn(learnt, column);
  const parameters = learn(filled);
  const values = filled.map((x) => apply(x, parameters));
  const { center, spread } = fitScaling(preparation.scale, values);
  const sameForAll = min([...values]) === max([...values]) || isRoundingError(spread, mean([...values]), values.length);
  const constant = sameForAll || min([...filled]) === max([...filled]);
  return {
    ...learnt,
    ...parameters,
    center: constant ? values[0]! : center,
    spread: constant ? 1 : spread,
    constant,
    facts: {
      missing: 1 - known.length / column.values.length,
      winsorized: known.length === 0 ? 0 : known.filter((value, i) => value !== raw[i]).length / known.length,
      skewBefore: skewness(raw),
      skewAfter: constant ? null : skewness(values),
    },
  };
}

/** Prepares values with what was learnt before: a new customer is transformed as the old ones were. */
export function applyColumn(fitted: FittedColumn, column: ColumnValues): Float64Array {
  const { center, spread } = fitted;
  const { apply } = transformRules[fitted.transform];
  return fillColumn(fitted, column).map((x) => (apply(x, fitted) - center) / spread);
}

/**
 * Takes a prepared value back to the column's original unit; a shrunk share comes back shrunk, an extreme drawn in.
 *
 * @param fitted a column of `preparation.columns`
 * @param prepared a value of the prepared matrix
 * @returns the value in the column's own unit
 */
export function invertColumn(fitted: FittedColumn, prepared: number): number {
  return transformRules[fitted.transform].invert(prepared * fitted.spread + fitted.center, fitted);
}

/** Draws in extremes, fills what is missing and draws shares to the shop's mean. */
function fillColumn(
  { shrink, limits, fill, shop }: Pick<FittedColumn, "shrink" | "limits" | "fill" | "shop">,
  { values, orders }: ColumnValues,
): Float64Array {
  return Float64Array.from(values, (value, i) => {
    const own = value === null ? null : within(value, limits);
    if (!shrink) return own ?? fill;
    const n = own === null ? 0 : orders[i]!;
    return (n * (own ?? 0) + shrinkage * shop) / (n + shrinkage);
  });
}

function limitsOf(values: Float64Array, { lower, upper }: { lower: number; upper: number }) {
  const [low, high] = quantilesOf(values, [lower, upper]) as [number, number];
  return { low, high };
}

function within(value: number, limits: FittedColumn["limits"]): number {
  return limits ? Math.min(limits.high, Math.max(limits.low, value)) : value;
}

/** A spread that adding up values around `center` may make by itself: scikit-learn's bound for constant features. */
function isRoundingError(spread: number, center: number, rows: number): boolean {
  const bound = rows * Number.EPSILON;
  return spread ** 2 <= bound * spread ** 2 + (center * bound) ** 2;
}
