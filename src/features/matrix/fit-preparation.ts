import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { createMatrix } from "../../core/matrix.js";
import type { ColumnPreparation } from "./column-preparation.js";
import { chooseRows, readColumn } from "./customer-columns.js";
import { type FittedColumn, fitColumn } from "./fitted-column.js";
import type { ColumnChoice, MatrixOptions, PresetName } from "./matrix-options.js";
import { type MatrixPlan, matrixPlan } from "./matrix-plan.js";
import { applyOutliers, fitOutliers, valuesByRow } from "./outlier-forest.js";
import type { DroppedColumn, Preparation } from "./preparation.js";
import { pruneColumns } from "./prune-columns.js";
import { groupsSetAside } from "./row-rules.js";
import { outlierGroup, setAside } from "./set-aside.js";
import { idsOf, placesById } from "./table-columns.js";

/**
 * Learns from customers how their table becomes a matrix: who is in it, what stands in for gaps, powers, quantiles,
 * centres and spreads. The order of the rows does not matter.
 *
 * @param customers one row a customer, as `buildFeatures` gives them
 * @param choice a preset, columns, or `MatrixOptions`; as for `prepareMatrix`
 * @returns plain data for `applyPreparation`, `invertMatrix`, `describePreparation` and `savePreparation`
 * @throws SegmentLabError `column-missing`, `bad-option`, `bad-value` or `too-few-rows`
 */
export function fitPreparation(
  customers: ColumnTable,
  choice: PresetName | readonly ColumnChoice[] | MatrixOptions = "rfm-plus",
): Preparation {
  const plan = matrixPlan(choice, customers);
  const groups = groupsSetAside(plan.rows, customers);
  // sums depend on the order of what is added: always by id
  const byId = placesById(idsOf(customers));
  const staying = () => byId.filter((i) => groups[i] === null);
  checkEnough(staying().length, customers.numRows());
  let fitted = fitColumns(plan, customers, staying());
  const forest = plan.outliers.method === "isolation-forest" ? fitOutliers(plan, fitted, customers, staying()) : null;
  if (forest) {
    const outside = applyOutliers(forest, customers);
    groups.forEach((group, i) => {
      if (group === null && outside[i]) groups[i] = outlierGroup;
    });
    checkEnough(staying().length, customers.numRows());
    fitted = fitColumns(plan, customers, staying());
  }
  const dropped = dropColumns(plan, fitted, customers, staying());
  const columns = fitted.filter(({ name }) => !dropped.some((column) => column.name === name));
  if (columns.length === 0) {
    const reasons = dropped.map(({ name, why }) => `${name}: ${why}`).join("; ");
    throw new SegmentLabError("bad-value", `no column is left for the matrix (${reasons}); choose others`);
  }
  return {
    preset: plan.preset,
    columns,
    dropped,
    rows: plan.rows,
    outliers: forest,
    customers: staying().length,
    aside: setAside(groups, customers).map(({ ids: _, ...group }) => group),
    notes: notesOn(columns, staying().length),
  };
}

function fitColumns(plan: MatrixPlan, customers: ColumnTable, places: readonly number[]): FittedColumn[] {
  const limits = plan.outliers.method === "winsorize" ? plan.outliers : undefined;
  return plan.columns.flatMap((preparation) => {
    const of = (what: FittedColumn["of"]) => chooseRows(readColumn(customers, { ...preparation, of: what }), places);
    const fitted = fitColumn(preparation, of("value"), limits);
    const isIndicated = preparation.indicator ?? (plan.indicateGaps && fitted.facts.missing > 0);
    if (!isIndicated) return [fitted];
    const indicator: ColumnPreparation = { ...preparation, shrink: false, transform: "none", indicator: false };
    const name = `${preparation.column}_missing`;
    return [fitted, { ...fitColumn(indicator, of("missing")), name, of: "missing" as const }];
  });
}

function dropColumns(
  { constant, prune }: MatrixPlan,
  fitted: readonly FittedColumn[],
  customers: ColumnTable,
  places: readonly number[],
): DroppedColumn[] {
  const same = fitted.filter((column) => column.constant);
  if (constant === "refuse" && same.length > 0) {
    const reasons = same.map((column) => `"${column.name}" ${sameness(column)}`).join(", ");
    throw new SegmentLabError("bad-value", `${reasons}; leave such columns out or set constant to "drop"`);
  }
  const dropped: DroppedColumn[] =
    constant === "drop" ? same.map((column) => ({ ...column, why: sameness(column) })) : [];
  const varying = fitted.filter((column) => !column.constant);
  if (!prune || varying.length < 2) return dropped;
  const rows = valuesByRow(varying, customers, places);
  const names = varying.map(({ name }) => name);
  const pruned = pruneColumns(
    createMatrix(
      rows.map((row) => [...row]),
      names,
    ),
    prune,
  );
  const gone = varying.filter(({ name }) => pruned.has(name));
  return [...dropped, ...gone.map((column) => ({ ...column, why: pruned.get(column.name)! }))];
}

function sameness({ facts }: FittedColumn): string {
  return facts.missing === 1 ? "has no value for any customer" : "is the same for every customer";
}

function checkEnough(staying: number, all: number): void {
  if (staying >= 2) return;
  const left = staying < all ? ` of ${all} (the others are set aside)` : "";
  throw new SegmentLabError("too-few-rows", `${staying} customers${left} are too few for a matrix; 2 is the least`);
}

function notesOn(columns: readonly FittedColumn[], customers: number): string[] {
  const zeros = columns.filter(({ constant }) => constant).map((column) => `${column.name} ${sameness(column)}`);
  const notes: string[] = [];
  if (zeros.length > 0) notes.push(`${zeros.join(", ")}: zeros in the matrix, which separate nobody`);
  if (customers < columns.length) {
    notes.push(
      `${customers} customers for ${columns.length} columns: distances between so few say little; take fewer columns`,
    );
  }
  return notes;
}
