import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { didYouMean } from "../../core/nearest-names.js";
import { checkChoice, checkKeys } from "./check-option.js";
import { type ColumnPreparation, fillings, scales, transforms } from "./column-preparation.js";
import type { ColumnChoice, MatrixOptions } from "./matrix-options.js";
import { suitedPreparation } from "./suited-preparation.js";
import { checkColumn, isNumeric } from "./table-columns.js";

/** Each column's preparation: what its preset or its unit suggests, with what the options say. */
export function plannedColumns(
  options: MatrixOptions,
  ofPreset: readonly ColumnPreparation[] | "numbers",
  customers: ColumnTable,
): ColumnPreparation[] {
  const numbers = () => customers.columnNames().filter((name) => name !== "customer" && isNumeric(customers, name));
  const chosen = options.columns ?? (ofPreset === "numbers" ? numbers() : ofPreset);
  if (chosen.length === 0) throw new SegmentLabError("bad-option", "no columns are chosen for the matrix; name one");
  const columns = chosen.map((column) => {
    const own: ColumnChoice = typeof column === "string" ? { column } : column;
    checkKeys("key of a column", own, ["column", "shrink", "transform", "scale", "missing", "indicator"]);
    checkColumn(customers, own.column);
    return { ...suitedPreparation(own.column), ...own };
  });
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice) throw new SegmentLabError("bad-option", `column "${twice}" is chosen twice; name it once`);

  return preparedAsTold(columns, options, names);
}

function preparedAsTold(
  columns: readonly ColumnPreparation[],
  { transform, scale, missing, indicators }: MatrixOptions,
  names: readonly string[],
): ColumnPreparation[] {
  const checkChosen = (name: string): void => {
    if (names.includes(name)) return;
    const hint = didYouMean(name, names) || `; there are ${names.join(", ")}`;
    throw new SegmentLabError("bad-option", `"${name}" is not among the matrix's columns${hint}`);
  };
  for (const value of [transform, scale, missing]) {
    if (typeof value === "object") Object.keys(value).forEach(checkChosen);
  }
  if (Array.isArray(indicators)) indicators.forEach(checkChosen);
  const choose = <T extends string>(choice: T | Readonly<Record<string, T>> | undefined, column: string, own: T): T =>
    (typeof choice === "object" ? choice[column] : choice) ?? own;
  return columns.map((column) => ({
    ...column,
    transform: checkChoice("transform", choose(transform, column.column, column.transform), transforms),
    scale: checkChoice("scale", choose(scale, column.column, column.scale), scales),
    missing: checkChoice("missing", choose(missing, column.column, column.missing), fillings),
    ...(Array.isArray(indicators) ? { indicator: indicators.includes(column.column) } : {}),
  }));
}
