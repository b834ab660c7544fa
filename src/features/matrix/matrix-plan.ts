import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../../core/errors.js";
import { didYouMean } from "../../core/nearest-names.js";
import { checkChoice, checkKeys, checkNumber } from "./check-option.js";
import { type ColumnPreparation, fillings, scales, transforms } from "./column-preparation.js";
import type { ColumnChoice, ConstantPolicy, MatrixOptions, Outliers, Pruning } from "./matrix-options.js";
import { type PresetName, presets } from "./presets.js";
import type { RowRule } from "./row-rules.js";
import { suitedPreparation } from "./suited-preparation.js";
import { checkColumn, isNumeric } from "./table-columns.js";

/** What is to be done, every choice made. */
export interface MatrixPlan {
  readonly preset: PresetName | "custom";
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
    preset: name === undefined || changed ? "custom" : name,
    columns,
    rows: checkedRows("all" in rows ? [rows] : rows),
    indicateGaps: indicators === true,
    outliers: outlierPlan(options.outliers ?? "keep"),
    constant: checkChoice("constant", constant, ["drop", "refuse", "keep"]),
    prune: pruning(options.prune ?? preset?.prune ?? false),
    seed,
  };
}

function optionsOf(choice: PresetName | readonly ColumnChoice[] | MatrixOptions): MatrixOptions {
  if (typeof choice === "string") return { preset: choice };
  return Array.isArray(choice) ? { columns: choice } : (choice as MatrixOptions);
}

function plannedColumns(
  options: MatrixOptions,
  ofPreset: readonly ColumnPreparation[] | "numbers",
  customers: ColumnTable,
): ColumnPreparation[] {
  const numbers = () => customers.columnNames().filter((name) => name !== "customer" && isNumeric(customers, name));
  const chosen = options.columns ?? (ofPreset === "numbers" ? numbers() : ofPreset);
  if (chosen.length === 0) throw new SegmentLabError("bad-option", "no columns are chosen for the matrix; name one");
  const columns = chosen.map((column) => {
    const own: ColumnChoice = typeof column === "string" ? { column } : column;
    checkColumn(customers, own.column);
    return { ...suitedPreparation(own.column), ...own };
  });
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice) throw new SegmentLabError("bad-option", `column "${twice}" is chosen twice; name it once`);

  const { transform, scale, missing, indicators } = options;
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

  function checkChosen(name: string): void {
    if (names.includes(name)) return;
    const hint = didYouMean(name, names) || `; there are ${names.join(", ")}`;
    throw new SegmentLabError("bad-option", `"${name}" is not among the matrix's columns${hint}`);
  }
}

function checkedRows(rows: readonly RowRule[]): readonly RowRule[] {
  for (const rule of rows) {
    checkKeys("key of a rule on rows", rule, ["all", "stay", "group"]);
    if (typeof rule.group !== "string" || rule.group === "") {
      throw new SegmentLabError(
        "bad-option",
        'a rule on rows has no group; say what those set aside are, as group: "new"',
      );
    }
    for (const condition of rule.all)
      checkKeys("key of a condition", condition, ["column", "per", "atLeast", "atMost"]);
  }
  return rows;
}

function outlierPlan(choice: Outliers["method"] | Outliers): Required<Outliers> {
  const outliers = typeof choice === "string" ? ({ method: choice } as Outliers) : choice;
  const { method } = outliers;
  if (method === "winsorize") {
    checkKeys("key of winsorize", outliers, ["method", "lower", "upper"]);
    const { lower = 0.01, upper = 0.99 } = outliers;
    checkNumber("lower", lower, { least: 0, most: 0.5 });
    checkNumber("upper", upper, { least: 0.5, most: 1 });
    return { method, lower, upper };
  }
  if (method === "isolation-forest") {
    checkKeys("key of isolation-forest", outliers, ["method", "threshold", "trees", "samples"]);
    const { threshold = 0.6, trees = 100, samples = 256 } = outliers;
    checkNumber("threshold", threshold, { least: 0, most: 1 });
    checkNumber("trees", trees, { least: 1, most: 10_000, whole: true });
    checkNumber("samples", samples, { least: 2, most: 1e6, whole: true });
    return { method, threshold, trees, samples };
  }
  checkChoice("outliers", method, ["keep", "winsorize", "isolation-forest"]);
  return { method: "keep" };
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
