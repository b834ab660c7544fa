import { SegmentLabError } from "../../core/errors.js";
import { type DataSet, dataSets } from "./data-sets.js";

/**
 * The data set that a name means.
 *
 * @throws SegmentLabError `unknown-data` naming the nearest and all there are
 */
export function findDataSet(name: string): DataSet {
  const found = dataSets.find((dataSet) => dataSet.name === name);
  if (found) return found;
  const names = [...dataSets.map((dataSet) => dataSet.name), "sample"];
  const wanted = name.toLowerCase();
  const nearest = names.reduce((best, other) => (distance(wanted, other) < distance(wanted, best) ? other : best));
  const hint = distance(wanted, nearest) <= Math.max(2, nearest.length / 2) ? `; did you mean ${nearest}?` : ";";
  throw new SegmentLabError("unknown-data", `no data set "${name}"${hint} there are ${names.join(", ")}`);
}

// edits of one letter that turn a into b (Levenshtein)
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
