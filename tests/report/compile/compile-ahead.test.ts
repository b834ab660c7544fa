import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileAhead } from "../../../src/report/compile/compile-ahead.js";
import type { CompiledCell } from "../../../src/report/compile/compiled-cell.js";
import { type Compiler, startCompiler } from "../../../src/report/compile/start-compiler.js";
import type { Kernel } from "../../../src/report/kernel.js";

let folder: string;
let compiler: Compiler;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "segment-lab-compile-"));
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "beside.ts"), "export const beside = 1;\n");
  compiler = startCompiler(folder);
});

afterAll(() => {
  compiler.close();
  rmSync(folder, { recursive: true });
});

function watch(statuses: readonly ("ok" | "error")[]) {
  const handed: [declarations: string, code: string][] = [];
  let run = 0;
  const kernel: Kernel = {
    execute: async () => statuses[run++]!,
    hand: (declarations, code) => void handed.push([declarations, code]),
    close: async () => {},
  };
  return { kernel, handed };
}

const declaring = (name: string): CompiledCell => ({ output: "", declOutput: name, diagnostics: [] });

test("a cell is compiled against what the cells before declare", { timeout: 30_000 }, async () => {
  const first = await compiler.compile("", "const a = 1;");
  expect(first).toMatchObject({ diagnostics: [], declOutput: expect.stringContaining("declare const a = 1") });
  const second = await compiler.compile(first!.declOutput!, "const b: string = a;");
  expect(second!.diagnostics).toMatchObject([{ messageText: "Type 'number' is not assignable to type 'string'." }]);
});

test("a cell that imports a file beside the notebook is left to its kernel", { timeout: 30_000 }, async () => {
  const source = 'import { beside } from "./beside";\nconst c = beside;';
  expect(await compiler.compile("", source)).toBeNull();
  expect(await compiler.compile("", source)).toBeNull();
});

test("a cell that becomes a module is left to its kernel", async () => {
  expect(await compiler.compile("", "/** @module parts */\nexport const part = 1;")).toBeNull();
});

test("a compiler that has ended leaves cells to their kernels", async () => {
  const ended = startCompiler(folder);
  const answer = ended.compile("", "const a = 1;");
  ended.close();
  expect(await answer).toBeNull();
  expect(await ended.compile("", "const a = 1;")).toBeNull();
});

test("the next cell is compiled while one runs, once, and again where that one failed", async () => {
  const asked: string[] = [];
  const counting: Compiler = {
    compile: async (declarations, source) => {
      asked.push(`${declarations}|${source}`);
      return declaring(`${declarations}+${source}`);
    },
    close: () => {},
  };
  const { kernel, handed } = watch(["ok", "error", "ok"]);
  const ahead = compileAhead(kernel, counting, ["a", "b", "c"]);
  for (const code of ["a", "b", "c"]) await ahead.execute(code, () => {});
  expect(handed).toEqual([
    ["", "a"],
    ["+a", "b"],
    ["+a", "c"],
  ]);
  expect(asked).toEqual(["|a", "+a|b", "+a+b|c", "+a|c"]);
});

test("after a cell that was left to the kernel so are those that follow", async () => {
  let asked = 0;
  const refusing: Compiler = {
    compile: async () => {
      asked++;
      return null;
    },
    close: () => {},
  };
  const { kernel, handed } = watch(["ok", "ok"]);
  const ahead = compileAhead(kernel, refusing, ["a", "b"]);
  expect([await ahead.execute("a", () => {}), await ahead.execute("b", () => {})]).toEqual(["ok", "ok"]);
  expect([asked, handed]).toEqual([1, []]);
});
