import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jupyterEnvironment, writeKernelspec } from "../../src/lab/kernelspec.js";

const root = mkdtempSync(join(tmpdir(), "segment-lab-root-"));
afterAll(() => rmSync(root, { recursive: true }));

test("writes the kernel with absolute paths where JUPYTER_PATH finds it, and nothing else", () => {
  writeKernelspec(root);
  writeKernelspec(root);
  const { JUPYTER_PATH } = jupyterEnvironment(root, { JUPYTER_PATH: "/elsewhere" });
  const [home, elsewhere] = JUPYTER_PATH!.split(":");
  expect(elsewhere).toBe("/elsewhere");
  expect(readdirSync(join(home!, "kernels", "tslab"))).toEqual(["kernel.json"]);
  const { argv } = JSON.parse(readFileSync(join(home!, "kernels", "tslab", "kernel.json"), "utf8")) as {
    argv: string[];
  };
  expect(argv.slice(0, 2).every(isAbsolute)).toBe(true);
  expect(argv.slice(2)).toEqual(["kernel", "--config-path={connection_file}"]);
  expect(existsSync(argv[0]!)).toBe(true);
});

test("keeps Jupyter's own files inside the workspace", () => {
  const { JUPYTER_CONFIG_DIR, JUPYTER_DATA_DIR, JUPYTER_RUNTIME_DIR, HOME } = jupyterEnvironment(root, {
    HOME: "/home/me",
  });
  for (const folder of [JUPYTER_CONFIG_DIR, JUPYTER_DATA_DIR, JUPYTER_RUNTIME_DIR]) {
    expect(folder).toMatch(new RegExp(`^${root}/.jupyter/`));
  }
  expect(HOME).toBe("/home/me");
});
