import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readNotebook } from "../../src/report/notebook.js";
import { createNotebookFolder, writeNotebook } from "../report/notebook-fixture.js";
import { checkCells } from "./check-cells.js";
import { findAny } from "./find-any.js";

const folder = createNotebookFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

describe("the check itself", () => {
  test("finds type errors with their cell and line, and what only strict finds", () => {
    const path = writeNotebook(folder, "wrong", [
      'import { createMatrix } from "segment-lab";',
      "md:prose",
      "const matrix = createMatrix([[1, 2]]);\nmatrix.data = 3;",
      "const first: number = [1].find((x) => x > 1);\nawait 1;",
    ]);
    expect(checkCells(path)).toEqual([
      "cell 2, line 2: Cannot assign to 'data' because it is a read-only property.",
      "cell 3, line 1: Type 'number | undefined' is not assignable to type 'number'. Type 'undefined' is not assignable to type 'number'.",
    ]);
  });

  test("passes cells that are right", () => {
    const path = writeNotebook(folder, "right", [
      'import { createMatrix } from "segment-lab";',
      "const values: Float64Array = createMatrix([[1, 2]]).data;\nvalues.length",
    ]);
    expect(checkCells(path)).toEqual([]);
  });

  test("finds what TypeScript 5.0 cannot read and so takes for any", () => {
    const home = join(folder, "package");
    mkdirSync(home);
    writeFileSync(
      join(home, "index.d.ts"),
      `export interface Made { readonly inner: Float64Array<ArrayBuffer>; readonly fine: Float64Array }
       export declare function make(size: number): Promise<readonly Made[]>;
       export declare const lost: import("nowhere").Lost;
       export declare const fine: number;`,
    );
    expect(findAny("./package/index", folder, home).sort()).toEqual(["lost", "make()<><>.inner"]);
  });
});

test("no public export of segment-lab is any to tslab's compiler", () => {
  expect(findAny("segment-lab", "notebooks", resolve("dist"))).toEqual([]);
});

test("there are notebooks to check", () => {
  expect(notebooks).not.toEqual([]);
});

describe.each(notebooks)("%s", (name) => {
  const path = join("notebooks", name);

  test("type-checks strictly with tslab's compiler", () => {
    expect(checkCells(path)).toEqual([]);
  });

  test("is kept without outputs and execution counts", () => {
    const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: Record<string, unknown>[] };
    const code = cells.filter((cell) => cell.cell_type === "code");
    expect(code.filter((cell) => cell.execution_count !== null || (cell.outputs as unknown[]).length > 0)).toEqual([]);
  });

  test("imports only segment-lab", () => {
    const source = readNotebook(path)
      .cells.filter(({ kind }) => kind === "code")
      .map((cell) => cell.source)
      .join("\n");
    const modules = [...source.matchAll(/\bfrom\s*["']([^"']+)["']|\b(?:import|require)\s*\(?\s*["']([^"']+)["']/g)];
    expect([...new Set(modules.map((match) => match[1] ?? match[2]))]).toEqual(["segment-lab"]);
  });
});
