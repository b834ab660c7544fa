import { findJupyter } from "../../src/lab/find-jupyter.js";

/** The folder of JupyterLab's programs ("" for the PATH), or null after saying that the tests that need it are left out. */
export function jupyterOrNotice(): string | null {
  const folder = findJupyter(process.cwd());
  if (folder === null) console.warn("no JupyterLab 4 on the PATH or in .venv: the JupyterLab tests are left out");
  return folder;
}
