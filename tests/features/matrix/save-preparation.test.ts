import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyPreparation } from "../../../src/features/matrix/apply-preparation.js";
import type { MatrixOptions } from "../../../src/features/matrix/matrix-options.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";
import { loadPreparation, savePreparation } from "../../../src/features/matrix/save-preparation.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { inventedCustomers } from "./invented-customers.js";

const path = join(scratchWorkspace().root, "preparation.json");
const customers = inventedCustomers(60);
const every: readonly MatrixOptions[] = [
  { preset: "rfm" },
  { preset: "behaviour", outliers: "winsorize", indicators: true },
  { preset: "rfm-plus", transform: "yeo-johnson", scale: "robust", outliers: "isolation-forest" },
  { preset: "full", transform: "quantile-normal", scale: "minmax", missing: "max" },
];

describe("a saved preparation", () => {
  it.each(every)("prepares to the last digit as before: %o", async (options) => {
    const matrix = prepareMatrix(customers, options);
    await savePreparation(matrix.preparation, path);
    const loaded = await loadPreparation(path);
    expect(loaded).toEqual(matrix.preparation);
    expect(applyPreparation(loaded, customers)).toEqual(matrix);
  });

  const wrong: readonly [string, (file: Record<string, never>) => unknown, string][] = [
    ["no preparation", () => ({ a: 1 }), "holds no preparation; give one that savePreparation wrote"],
    ["null", () => null, "holds no preparation; give one that savePreparation wrote"],
    ["another version", (file) => ({ ...file, version: 2 }), "is of version 2, not 1; save the preparation again"],
    ["no columns", (file) => spoilt(file, "columns", []), "preparation.columns is [], not a list of at least 1"],
    [
      "a mistyped transform",
      (file) => spoilt(file, "columns.0.transform", "log"),
      'preparation.columns[0].transform is "log", not one of none, log1p, yeo-johnson, quantile-normal',
    ],
    [
      "a spread of 0",
      (file) => spoilt(file, "columns.1.spread", 0),
      "preparation.columns[1].spread is 0, not another number than 0",
    ],
    [
      "a lost power",
      (file) => spoilt(file, "columns.2.lambda", undefined),
      "preparation.columns[2].lambda is missing, not a number",
    ],
    [
      "a text for a number",
      (file) => spoilt(file, "outliers.threshold", "0.6"),
      'preparation.outliers.threshold is "0.6", not a number',
    ],
    [
      "a tree that goes in circles",
      (file) => spoilt(file, "outliers.forest.trees.0.left.0", 0),
      "preparation.outliers.forest.trees[0] is no tree",
    ],
    [
      "a tree of unequal parts",
      (file) => spoilt(file, "outliers.forest.trees.3.value", [1]),
      "preparation.outliers.forest.trees[3] is no tree",
    ],
    [
      "a tree that asks for a column too many",
      (file) => spoilt(file, "outliers.forest.trees.0.column.0", 3),
      "preparation.outliers.forest.trees[0] is no tree",
    ],
    ["no limits", (file) => spoilt(file, "columns.0.limits", 3), "preparation.columns[0].limits is 3, not an object"],
    ["rows that are no list", (file) => spoilt(file, "rows", {}), "preparation.rows is {}, not a list of at least 0"],
  ];

  it.each(wrong)("is refused with the place named: %s", async (_, spoil, message) => {
    const options: MatrixOptions = { preset: "rfm", transform: "yeo-johnson", outliers: "isolation-forest" };
    await savePreparation(prepareMatrix(customers, options).preparation, path);
    await writeFile(path, JSON.stringify(spoil(JSON.parse(await readFile(path, "utf8")))));
    await expect(loadPreparation(path)).rejects.toThrow(message);
    await expect(loadPreparation(path)).rejects.toMatchObject({ code: "bad-file" });
  });

  it("is refused where there is none, or no JSON", async () => {
    await expect(loadPreparation(`${path}.none`)).rejects.toThrow(
      `no preparation can be read from ${path}.none; check the path`,
    );
    await writeFile(path, "{");
    await expect(loadPreparation(path)).rejects.toThrow(`${path} is no JSON; save the preparation again`);
  });
});

/** The file with another value at a place of its preparation. */
function spoilt(file: Record<string, never>, place: string, value: unknown): unknown {
  const steps = place.split(".");
  const last = steps.pop()!;
  const holder = steps.reduce<Record<string, unknown>>(
    (at, step) => at[step] as Record<string, unknown>,
    (file as Record<string, Record<string, unknown>>).preparation!,
  );
  holder[last] = value;
  return file;
}
