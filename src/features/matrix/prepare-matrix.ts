import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import type { Matrix } from "../../core/matrix.js";
import { applyColumn, type ColumnValues, type FittedColumn, fitColumn } from "./fitted-column.js";
import { type ColumnPreparation, type PresetName, presets } from "./presets.js";

/** A matrix of customers with the preparation that made it: fitted, invertible, plain enough to be saved as JSON. */
export interface PreparedMatrix extends Matrix {
  readonly preparation: Preparation;
}

/** What turned a table of customers into a matrix. */
export interface Preparation {
  readonly preset: string;
  readonly columns: readonly FittedColumn[];
}

/**
 * Turns customers into the matrix that is clustered: chooses columns, draws shares to the shop's mean, transforms
 * skewed columns by log1p and scales each to mean 0 and standard deviation 1.
 *
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param preset `rfm` (3 columns), `rfm-plus` (13 columns, the default), or columns with their own preparation
 * @returns customers × columns, with the fitted preparation
 * @throws SegmentLabError `column-missing` for a column that the table lacks, `too-few-rows` for fewer than 2 customers
 * @example
 * const matrix = prepareMatrix(customers, "rfm");
 */
export function prepareMatrix(
  customers: ColumnTable,
  preset: PresetName | readonly ColumnPreparation[] = "rfm-plus",
): PreparedMatrix {
  const preparations = typeof preset === "string" ? presetColumns(preset) : preset;
  if (customers.numRows() < 2) {
    throw new SegmentLabError(
      "too-few-rows",
      `${customers.numRows()} customers are too few for a matrix; 2 is the least`,
    );
  }
  const columns = preparations.map((column) => fitColumn(column, valuesOf(customers, column.column)));
  return applyPreparation({ preset: typeof preset === "string" ? preset : "custom", columns }, customers);
}

/** Prepares customers exactly as those were on whom the preparation was fitted. */
export function applyPreparation(preparation: Preparation, customers: ColumnTable): PreparedMatrix {
  const rows = customers.numRows();
  const width = preparation.columns.length;
  const data: Float64Array = new Float64Array(rows * width);
  for (const [j, fitted] of preparation.columns.entries()) {
    const prepared = applyColumn(fitted, valuesOf(customers, fitted.column));
    for (let i = 0; i < rows; i++) data[i * width + j] = prepared[i]!;
  }
  const ids = (customers.array("customer") as unknown[]).map(String);
  return { data, rows, columns: preparation.columns.map(({ column }) => column), ids, preparation };
}

function presetColumns(name: PresetName): readonly ColumnPreparation[] {
  if (Object.hasOwn(presets, name)) return presets[name];
  throw new SegmentLabError("bad-option", `no preset "${name}"; there are ${Object.keys(presets).join(", ")}`);
}

function valuesOf(customers: ColumnTable, column: string): ColumnValues {
  const names = customers.columnNames();
  for (const needed of [column, "orders"]) {
    if (!names.includes(needed)) {
      throw new SegmentLabError(
        "column-missing",
        `no column "${needed}" among the customers (found: ${names.join(", ")})`,
      );
    }
  }
  return {
    values: customers.array(column) as (number | null)[],
    orders: customers.array("orders") as number[],
  };
}
