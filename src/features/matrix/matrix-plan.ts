import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { checkChoice, checkKeys, checkNumber } from "./check-option.js";
import type { ColumnPreparation } from "./column-preparation.js";
import type { ColumnChoice, ConstantPolicy, MatrixOptions, Outliers, PresetName, Pruning } from "./matrix-options.js";
import { plannedColumns } from "./planned-columns.js";
import { plannedOutliers } from "./planned-outliers.js";
import { plannedRows } from "./planned-rows.js";
import { presets } from "./presets.js";
import type { RowRule } from "./row-rules.js";

/** What is to be done, every choice made. */
export interface MatrixPlan {
  readonly preset: string;
  readonly columns: readonly ColumnPreparation[];
  readonly rows: readonly RowRule[];
  /** True where every column with gaps gets an indicator. */
  readonly indicateGaps: boolean;
  readonly outliers: Required<Outliers>;
  readonly constant: ConstantPolicy;
  readonly prune: Pruning | null;
  readonly seed: number;
}

const keys: readonly (keyof MatrixOptions)[] = [
  "preset",
  "columns",
  "rows",
  "transform",
  "scale",
  "missing",
  "indicators",
  "outliers",
  "constant",
  "prune",
  "seed",
];

/** Options that leave a preset what it is. */
const harmless: readonly string[] = ["preset", "constant", "seed"];

/** Makes options exact and checks them against the columns that there are. */
export function matrixPlan(
  choice: PresetName | readonly ColumnChoice[] | MatrixOptions,
  customers: ColumnTable,
): MatrixPlan {
  const options: MatrixOptions = optionsOf(choice);
  checkKeys("option", options, keys);
  const name = options.preset ?? (options.columns ? undefined : "rfm-plus");
  if (name !== undefined && !Object.hasOwn(presets, name)) {
    throw new SegmentLabError("bad-option", `no preset "${name}"; there are ${Object.keys(presets).join(", ")}`);
  }
  const preset = name === undefined ? undefined : presets[name];
  const changed = Object.entries(options).some(([key, value]) => value !== undefined && !harmless.includes(key));
  const { indicators = false, seed = 1, rows = preset?.rows ?? [], constant = preset?.constant ?? "drop" } = options;
  const columns = plannedColumns(options, preset?.columns ?? [], customers);
  checkNumber("seed", seed, { whole: true });
  return {
    preset: name === undefined || options.columns ? "custom" : changed ? `${name}, changed` : name,
    columns,
    rows: plannedRows(rows),
    indicateGaps: indicators === true,
    outliers: plannedOutliers(options.outliers ?? "keep"),
    constant: checkChoice("constant", constant, ["drop", "refuse", "keep"]),
    prune: pruning(options.prune ?? preset?.prune ?? false),
    seed,
  };
}

function optionsOf(choice: PresetName | readonly ColumnChoice[] | MatrixOptions): MatrixOptions {
  if (typeof choice === "string") return { preset: choice };
  return Array.isArray(choice) ? { columns: choice } : (choice as MatrixOptions);
}

function pruning(choice: boolean | Partial<Pruning>): Pruning | null {
  if (choice === false) return null;
  const given = choice === true ? {} : choice;
  checkKeys("key of prune", given, ["correlation", "inflation"]);
  const { correlation = 0.9, inflation = 10 } = given;
  checkNumber("correlation", correlation, { least: 0, most: 1 });
  checkNumber("inflation", inflation, { least: 1 });
  return { correlation, inflation };
}
