import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Writes the workspace's Jupyter kernel "tslab" into `.jupyter/kernels`, with absolute paths, so that nothing is registered
 * outside the project.
 *
 * @param root the workspace's folder
 */
export function writeKernelspec(root: string): void {
  const folder = join(root, ".jupyter", "kernels", "tslab");
  const kernel = {
    argv: [
      process.execPath,
      join(root, "node_modules", "tslab", "bin", "tslab"),
      "kernel",
      "--config-path={connection_file}",
    ],
    display_name: "TypeScript (Segment Lab)",
    language: "typescript",
  };
  mkdirSync(folder, { recursive: true });
  const beside = join(folder, `.kernel.${process.pid}.json`);
  writeFileSync(beside, `${JSON.stringify(kernel, null, 2)}\n`);
  renameSync(beside, join(folder, "kernel.json"));
}

/** The environment in which Jupyter's tools find the workspace's kernel, and keep their own files inside the workspace. */
export function jupyterEnvironment(root: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const home = join(root, ".jupyter");
  return {
    ...env,
    JUPYTER_PATH: [home, ...(env.JUPYTER_PATH ? [env.JUPYTER_PATH] : [])].join(delimiter),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
  };
}
