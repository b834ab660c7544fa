import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SegmentLabError } from "../core/errors.js";

/**
 * Puts the JupyterLab of requirements.txt into the workspace's own `.venv`.
 *
 * @param root the workspace's folder
 * @param env where `python3` is looked for
 * @returns the folder that holds `jupyter-lab`
 * @throws SegmentLabError `file-missing` when there is no Python 3 or it has no venv module, `bad-file` when pip fails
 */
export function installJupyter(root: string, env: NodeJS.ProcessEnv = process.env): string {
  const home = join(root, ".venv");
  const python = join(home, "bin", "python");
  const run = (command: string, args: readonly string[]) => spawnSync(command, args, { encoding: "utf8", env });
  if (run("python3", ["--version"]).status !== 0) {
    throw new SegmentLabError(
      "file-missing",
      "no JupyterLab 4 and no python3 on the PATH; install Python 3.10 or newer (Debian: apt-get install python3-venv) and run this again",
    );
  }
  if (!existsSync(python) && run("python3", ["-m", "venv", home]).status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new SegmentLabError(
      "file-missing",
      "python3 cannot make a virtual environment; install its venv module (Debian: apt-get install python3-venv) and run this again",
    );
  }
  const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", join(root, "requirements.txt")];
  const { status, stderr } = run(python, args);
  if (status === 0) return join(home, "bin");
  const reason = stderr.trim().split("\n").at(-1) ?? "";
  throw new SegmentLabError(
    "bad-file",
    `pip could not install requirements.txt into .venv (${reason}); mend that and run this again`,
  );
}
