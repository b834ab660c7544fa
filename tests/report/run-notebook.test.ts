import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, test, vi } from "vitest";
import { CellError } from "../../src/report/cell-error.js";
import { type CellProgress, runNotebook } from "../../src/report/run-notebook.js";
import { createNotebookFolder, writeNotebook } from "./notebook-fixture.js";

const folder = createNotebookFolder();
afterAll(() => rmSync(folder, { recursive: true }));

async function failureOf(...cells: string[]): Promise<CellError> {
  const path = writeNotebook(folder, "failing", cells);
  const error = await runNotebook(path).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CellError);
  return error as CellError;
}

test("runs cells in order in one kernel and gathers what they write", async () => {
  const path = writeNotebook(folder, "order", ["md:# Title", "const x: number = 20;", "console.log(x + 1);\nx * 2"]);
  const seen: CellProgress[] = [];
  const notebook = await runNotebook(path, { onProgress: (progress) => seen.push(progress) });
  expect(notebook.name).toBe("order");
  expect(notebook.cells.map((cell) => cell.outputs)).toEqual([
    [],
    [],
    [{ kind: "stream", name: "stdout", text: "21\n40\n" }],
  ]);
  expect(seen.map(({ done, total }) => `${done}/${total}`)).toEqual(["0/2", "1/2", "2/2"]);
});

test("keeps the newest form of a display that is updated, also from a later cell", async () => {
  const path = writeNotebook(folder, "updates", [
    'import * as tslab from "tslab";\nconst place = tslab.newDisplay();\nplace.text("one");',
    'place.text("two");',
  ]);
  const { cells } = await runNotebook(path);
  expect(cells[0]!.outputs).toEqual([{ kind: "display", data: { "text/plain": "two" }, metadata: {} }]);
  expect(cells[1]!.outputs).toEqual([]);
});

test("gives the environment and the notebook's folder to the kernel", async () => {
  const path = writeNotebook(folder, "env", ["console.log(process.env.SEGMENT_LAB_OPTIONS, process.cwd())"]);
  const { cells } = await runNotebook(path, { env: { ...process.env, SEGMENT_LAB_OPTIONS: '{"seed":7}' } });
  expect(cells[0]!.outputs).toEqual([{ kind: "stream", name: "stdout", text: `{"seed":7} ${folder}\n` }]);
});

test("tells the line and message of a type error", async () => {
  const error = await failureOf("const fine = 1;", "const a = fine;\nconst b: string = a;");
  expect(error).toMatchObject({ notebook: "failing", cell: 2, line: 2 });
  expect(error.message).toBe("Type 'number' is not assignable to type 'string'.");
  expect(error.source).toBe("const a = fine;\nconst b: string = a;");
});

test("tells the line of the cell's source, not of its compiled form, for an error at run time", async () => {
  const error = await failureOf(
    "// a comment\n\nconst m = 3;\n\ninterface Gone {\n  b: number;\n}\nfor (const a of [\n  1, 2]) {\n  if (a === 2) throw new Error('boom ' + m);\n}\nm",
  );
  expect(error).toMatchObject({ line: 10, message: "Error: boom 3" });
});

test("tells the line of an asynchronous error that the library throws", async () => {
  const error = await failureOf(
    'import { createMatrix } from "segment-lab";\n\nawait 1;\nconst q = [1].map(() => {\n  return createMatrix([[1, 2], [1]]);\n});',
  );
  expect(error).toMatchObject({ line: 5, message: "SegmentLabError: row 2 has 1 values, not 2" });
});

test("tells the line in a cell that declares nothing", async () => {
  expect(await failureOf("\n\nnull!.x")).toMatchObject({ line: 3 });
});

test("fails for a rejection that nobody awaits", async () => {
  const error = await failureOf(
    "void Promise.reject(new Error('lost'));\nawait new Promise((r) => setTimeout(r, 50));",
  );
  expect(error).toMatchObject({ line: 1, message: "not awaited: Error: lost" });
});

test("tells when the kernel dies", async () => {
  expect(await failureOf("process.exit(3)")).toMatchObject({ message: "the kernel died (exit code 3)", cell: 1 });
});

test("ends the kernel and removes its files when it is stopped", async () => {
  // a folder for temporary files of its own: other tests have kernels at the same time
  vi.stubEnv("TMPDIR", folder);
  const kernelFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("segment-lab-kernel-"));
  const before = kernelFolders();
  const controller = new AbortController();
  const path = writeNotebook(folder, "endless", ["await new Promise(() => setInterval(() => {}, 1000));"]);
  const run = runNotebook(path, {
    signal: controller.signal,
    onProgress: () => setTimeout(() => controller.abort(), 100),
  });
  await expect(run).rejects.toThrow("aborted");
  expect(kernelFolders().filter((name) => !before.includes(name))).toEqual([]);
  vi.unstubAllEnvs();
});
