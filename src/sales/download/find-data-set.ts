import { SegmentLabError } from "../../core/errors.js";
import { nearestNames } from "../../core/nearest-names.js";
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
  const [nearest] = nearestNames(name, names);
  const hint = nearest === undefined ? ";" : `; did you mean ${nearest}?`;
  throw new SegmentLabError("unknown-data", `no data set "${name}"${hint} there are ${names.join(", ")}`);
}
