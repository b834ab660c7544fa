import { max, mean, median, min, quantileSorted, standardDeviation } from "simple-statistics";
import type { ColumnPreparation } from "./presets.js";

/** A column's preparation with everything that was learnt from the customers it was fitted on. */
export interface FittedColumn extends ColumnPreparation {
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
}

/** A column's values by customer and, for shrinking, the number of orders each rests on. */
export interface ColumnValues {
  readonly values: readonly (number | null)[];
  readonly orders: readonly number[];
}

/** The strength with which a share is drawn to the shop's mean, in orders. */
const shrinkage = 3;

/** Learns a column's preparation from its values. */
export function fitColumn(preparation: ColumnPreparation, column: ColumnValues): FittedColumn {
  const known = column.values.filter((value): value is number => value !== null);
  const fills = { zero: () => 0, median: () => median(known), max: () => max(known) };
  const fill = known.length === 0 ? 0 : fills[preparation.missing]();
  const shop = preparation.shrink && known.length > 0 ? mean(known) : 0;
  const unscaled: FittedColumn = { ...preparation, fill, shop, center: 0, spread: 1, constant: false };
  const values = [...applyColumn(unscaled, column)];
  const { center, spread } = scaling(preparation.scale, values);
  const constant = min(values) === max(values) || isRoundingError(spread, mean(values), values.length);
  return { ...unscaled, center: constant ? values[0]! : center, spread: constant ? 1 : spread, constant };
}

/** Prepares values with what was learnt before: a new customer is transformed as the old ones were. */
export function applyColumn(fitted: FittedColumn, { values, orders }: ColumnValues): Float64Array {
  const { shrink, transform, fill, shop, center, spread } = fitted;
  return Float64Array.from(values, (value, i) => {
    let x = value ?? fill;
    if (shrink) {
      const n = value === null ? 0 : orders[i]!;
      x = (n * (value ?? 0) + shrinkage * shop) / (n + shrinkage);
    }
    if (transform === "log1p") x = Math.sign(x) * Math.log1p(Math.abs(x));
    return (x - center) / spread;
  });
}

/** Takes a prepared value back to the column's original unit; a shrunk share comes back shrunk. */
export function invertColumn({ transform, center, spread }: FittedColumn, prepared: number): number {
  const x = prepared * spread + center;
  return transform === "log1p" ? Math.sign(x) * Math.expm1(Math.abs(x)) : x;
}

/** A spread that adding up values around `center` may make by itself: scikit-learn's bound for constant features. */
function isRoundingError(spread: number, center: number, rows: number): boolean {
  const bound = rows * Number.EPSILON;
  return spread ** 2 <= bound * spread ** 2 + (center * bound) ** 2;
}

function scaling(scale: ColumnPreparation["scale"], values: number[]): { center: number; spread: number } {
  if (scale === "none") return { center: 0, spread: 1 };
  // the population's standard deviation, as scikit-learn's StandardScaler
  if (scale === "standard") return { center: mean(values), spread: standardDeviation(values) };
  const sorted = values.toSorted((a, b) => a - b);
  if (scale === "minmax") return { center: sorted[0]!, spread: sorted.at(-1)! - sorted[0]! };
  const quartiles = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25);
  return { center: quantileSorted(sorted, 0.5), spread: quartiles || 1 };
}
