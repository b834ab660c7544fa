import type { ColumnTable } from "arquero";
import { predictRows } from "../clustering/predict-rows.js";
import { SegmentLabError } from "../core/errors.js";
import { applyPreparation } from "../features/matrix/apply-preparation.js";
import { noiseName } from "../segments/name-segments.js";
import type { SegmentModel } from "./segment-model.js";

/**
 * Gives customers the segments of a model, with the model's own preparation: nothing is fitted again.
 *
 * @param model as `loadModel` or `createModel` gives it
 * @param customers one row a customer, with the columns that the model's preparation reads
 * @returns the table with three more columns: `cluster` (−1 is noise, null for who is set aside by the preparation),
 *   `segment` (its name; for who is set aside that of the group) and `margin` (how clearly the customer belongs there,
 *   0 … 1, as `predictRows` defines it for each algorithm; null where undefined)
 * @throws SegmentLabError `column-missing`, or `bad-value` for a value that is no number or a customer in two rows
 */
export function scoreCustomers(model: SegmentModel, customers: ColumnTable): ColumnTable {
  const matrix = applyPreparation(model.preparation, customers);
  const { ids, aside } = matrix;
  const groupOf = new Map(aside.flatMap(({ group, ids: members }) => members.map((id) => [id, group])));
  checkIds(ids, groupOf, customers.numRows());
  // everybody may be set aside
  const predicted = matrix.rows === 0 ? null : predictRows(model.clustering.predictor, matrix);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const nameOf = new Map([[-1, noiseName], ...model.segments.map(({ cluster, name }) => [cluster, name] as const)]);

  const cluster: (number | null)[] = [];
  const segment: (string | null)[] = [];
  const margin: (number | null)[] = [];
  for (const id of Array.from(customers.array("customer") as ArrayLike<unknown>, String)) {
    const row = rowOf.get(id);
    if (row === undefined) {
      cluster.push(null);
      segment.push(groupOf.get(id)!);
      margin.push(null);
      continue;
    }
    const label = predicted!.labels[row]!;
    const clearness = predicted!.margins[row]!;
    cluster.push(label);
    segment.push(nameOf.get(label) ?? null);
    margin.push(Number.isNaN(clearness) ? null : clearness);
  }
  return customers.assign({ cluster, segment, margin });
}

function checkIds(ids: readonly string[], aside: ReadonlyMap<string, string>, customers: number): void {
  if (new Set([...ids, ...aside.keys()]).size === customers) return;
  const seen = new Set(aside.keys());
  const twice = ids.find((id) => seen.has(id) || !seen.add(id));
  const who = twice === undefined ? "a customer stands" : `customer "${twice}" stands`;
  throw new SegmentLabError("bad-value", `${who} in two rows; give one row a customer`);
}
