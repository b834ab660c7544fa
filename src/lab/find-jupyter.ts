import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * The folder of a JupyterLab 4: the first that `PATH` names, else the workspace's own `.venv`.
 *
 * @param root the workspace's folder
 * @returns the folder that holds `jupyter-lab`; "" for the one on `PATH`; null where there is none
 */
export function findJupyter(root: string): string | null {
  return ["", join(root, ".venv", "bin")].find(hasJupyterLab) ?? null;
}

function hasJupyterLab(folder: string): boolean {
  const { status, stdout } = spawnSync(join(folder, "jupyter-lab"), ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.startsWith("4.");
}
