import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SegmentLabError } from "../../src/core/errors.js";
import { readNotebook } from "../../src/report/notebook.js";

const folder = mkdtempSync(join(tmpdir(), "segment-lab-bad-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "bad.ipynb");
const cells: unknown[] = [];
const kernel = (name: string, language: string) => ({
  cells,
  nbformat: 4,
  metadata: { kernelspec: { name, language } },
});

test.each<[string, unknown, string]>([
  ["text", "{", "bad.ipynb is not JSON; save it again from JupyterLab"],
  ["nothing", "", "bad.ipynb is not JSON; save it again from JupyterLab"],
  ["a list", [], "bad.ipynb has no list of cells; save it as nbformat 4"],
  ["null", null, "bad.ipynb has no list of cells; save it as nbformat 4"],
  [
    "nbformat 3",
    { worksheets: [{ cells }], nbformat: 3, metadata: {} },
    "bad.ipynb is nbformat 3; open it in JupyterLab and save it, which makes it nbformat 4",
  ],
  [
    "worksheets",
    { worksheets: [], metadata: {} },
    "bad.ipynb is nbformat 3; open it in JupyterLab and save it, which makes it nbformat 4",
  ],
  ["nbformat 5", { cells, nbformat: 5 }, "bad.ipynb is nbformat 5, and only 4 is known here; save it as nbformat 4"],
  [
    "Python",
    kernel("python3", "python"),
    'bad.ipynb is written in python for the kernel "python3"; choose the kernel "tslab" (TypeScript) for it in JupyterLab',
  ],
  [
    "JavaScript",
    kernel("jslab", "javascript"),
    'bad.ipynb is written in javascript for the kernel "jslab"; choose the kernel "tslab" (TypeScript) for it in JupyterLab',
  ],
  [
    "R without a kernel",
    { cells, metadata: { language_info: { name: "R" } } },
    'bad.ipynb is written in R; choose the kernel "tslab" (TypeScript) for it in JupyterLab',
  ],
  [
    "a number as source",
    { cells: [{ cell_type: "code", source: 3 }] },
    "bad.ipynb, cell 1 has a source that is not text; save the notebook as nbformat 4",
  ],
])("%s is refused in one sentence", (_, content, message) => {
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  expect(() => readNotebook(path)).toThrow(new SegmentLabError("bad-file", message));
});

test("a notebook for this kernel, or for none that it names, is read; cells of other kinds are raw", () => {
  writeFileSync(path, JSON.stringify(kernel("tslab", "typescript")));
  expect(readNotebook(path).cells).toEqual([]);
  writeFileSync(path, JSON.stringify({ cells: [{ cell_type: "heading", source: ["a\n", "b"] }, null] }));
  expect(readNotebook(path).cells).toEqual([
    { kind: "raw", source: "a\nb", outputs: [] },
    { kind: "raw", source: "", outputs: [] },
  ]);
});

test("a file that is not there is told with its path", () => {
  expect(() => readNotebook(join(folder, "none.ipynb"))).toThrow(
    /^no notebook at .*none\.ipynb; give the path of an \.ipynb file$/,
  );
});
