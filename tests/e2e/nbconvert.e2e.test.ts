import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyterEnvironment, writeKernelspec } from "../../src/lab/kernelspec.js";
import { jupyterOrNotice } from "./jupyter.js";

const jupyter = jupyterOrNotice();
const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

interface StoredOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

describe.skipIf(jupyter === null)("jupyter nbconvert --execute", () => {
  const out = mkdtempSync(join(tmpdir(), "segment-lab-nbconvert-"));
  afterAll(() => rmSync(out, { recursive: true }));
  beforeAll(() => writeKernelspec(process.cwd()));

  test.each(notebooks)("runs %s from top to bottom", (name) => {
    const args = ["nbconvert", "--to", "notebook", "--execute", "--output-dir", out, join("notebooks", name)];
    const env = jupyterEnvironment(process.cwd(), { ...process.env, SEGMENT_LAB_DATA: "sample" });
    const { status, stderr } = spawnSync(join(jupyter!, "jupyter"), args, { encoding: "utf8", env });
    expect(status, stderr).toBe(0);
    const { cells } = JSON.parse(readFileSync(join(out, name), "utf8")) as {
      cells: { cell_type: string; metadata: { execution?: object }; outputs?: StoredOutput[] }[];
    };
    const code = cells.filter((cell) => cell.cell_type === "code");
    // tslab announces no execution counts; each cell that ran was answered
    expect(code.map((cell) => "shell.execute_reply" in (cell.metadata.execution ?? {}))).toEqual(code.map(() => true));
    const outputs = code.flatMap((cell) => cell.outputs ?? []);
    expect(outputs.some((output) => "application/vnd.vegalite.v5+json" in (output.data ?? {}))).toBe(true);
    const errors = outputs.filter((output) => output.name === "stderr").map((output) => [output.text].flat().join(""));
    expect(errors.filter((text) => /Error|Rejection|Exception/.test(text))).toEqual([]);
  });
});
