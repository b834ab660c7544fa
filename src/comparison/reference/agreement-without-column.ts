import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import type { CentredRows } from "./centre-rows.js";
import { sharedMixture } from "./shared-mixture.js";

/** With fewer columns than this a column left out is half of all that is known. */
const fewestColumns = 3;

/**
 * How far groups are still there when any one column is left out: each time the other columns tell the groups again by a
 * linear discriminant (Fisher 1936), and the least adjusted Rand index of these with the groups counts. Groups that one
 * column makes, such as the few values that a share of few orders takes, are gone without it.
 *
 * @param centred the rows as `centreRows` gives them
 * @param labels the groups, one a row
 * @returns 1 for groups that need no column, about 0 for those that hang on one; 1 for rows of one or two columns
 */
export function agreementWithoutColumn(centred: CentredRows, labels: Int32Array): number {
  if (centred.width < fewestColumns) return 1;
  let least = 1;
  for (let column = 0; column < centred.width; column++) {
    const told = sharedMixture(withoutColumn(centred, column), labels, "full", { iterations: 1 });
    least = Math.min(least, told ? adjustedRandIndex(told.labels, labels) : 0);
  }
  return least;
}

function withoutColumn({ data, rows, width, scatter }: CentredRows, column: number): CentredRows {
  const kept = Array.from({ length: width }, (_, j) => j).filter((j) => j !== column);
  const left = Float64Array.from({ length: rows * kept.length }, (_, at) => {
    return data[Math.floor(at / kept.length) * width + kept[at % kept.length]!]!;
  });
  const products = Float64Array.from({ length: kept.length ** 2 }, (_, at) => {
    const [a, b] = [kept[Math.floor(at / kept.length)]!, kept[at % kept.length]!];
    return scatter[a * width + b]!;
  });
  return { data: left, rows, width: kept.length, scatter: products };
}
