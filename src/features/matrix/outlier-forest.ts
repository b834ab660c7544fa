import type { ColumnTable } from "arquero";
import { chooseRows, readColumn } from "./customer-columns.js";
import { applyColumn, type FittedColumn } from "./fitted-column.js";
import { growIsolationForest, isolationScores } from "./isolation-forest.js";
import type { MatrixPlan } from "./matrix-plan.js";
import type { OutlierForest } from "./preparation.js";

/** Grows a forest on prepared customers. */
export function fitOutliers(
  { outliers, seed }: MatrixPlan,
  columns: readonly FittedColumn[],
  customers: ColumnTable,
  places: readonly number[],
): OutlierForest | null {
  if (outliers.method !== "isolation-forest") return null;
  const { threshold, trees, samples } = outliers;
  const rows = valuesByRow(columns, customers, places);
  return { threshold, columns, forest: growIsolationForest(rows, { trees, samples, seed }) };
}

/** Whether each customer is unlike those whom the forest was grown on. */
export function applyOutliers({ threshold, columns, forest }: OutlierForest, customers: ColumnTable): boolean[] {
  const rows = valuesByRow(columns, customers);
  return Array.from(isolationScores(forest, rows), (score) => score > threshold);
}

/** Customers as rows of prepared numbers: all of them, or those who stand at `places`. */
export function valuesByRow(
  columns: readonly FittedColumn[],
  customers: ColumnTable,
  places: readonly number[] = Array.from({ length: customers.numRows() }, (_, i) => i),
): Float64Array[] {
  const prepared = columns.map((fitted) => applyColumn(fitted, chooseRows(readColumn(customers, fitted), places)));
  return places.map((_, i) => Float64Array.from(prepared, (column) => column[i]!));
}
