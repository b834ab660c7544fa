// npm run lab: JupyterLab on the workspace, with the library compiled as it is saved
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SegmentLabError } from "../src/core/errors.js";
import { findJupyter } from "../src/lab/find-jupyter.js";
import { installJupyter } from "../src/lab/install-jupyter.js";
import { jupyterEnvironment, writeKernelspec } from "../src/lab/kernelspec.js";
import { runTogether } from "../src/lab/run-together.js";
import { CommandExit, runCommand } from "./command.js";
import { workspaceRoot } from "./workspace.js";

const help = `npm run lab -- [options]

Opens the workspace in JupyterLab 4 from the PATH, or from the project's own .venv, which is made on first use.
The TypeScript kernel is registered inside the project only, and the library is compiled as you save it.

  --no-browser    print the address instead of opening it
  --port N        the port; default 8888 or the next free one
  --token T       the access token; default a random one
  --help          this text`;

await runCommand(async (signal) => {
  const { values } = parseArgs({
    options: {
      "no-browser": { type: "boolean", default: false },
      port: { type: "string" },
      token: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  if (values.port !== undefined && !(Number(values.port) >= 1 && Number(values.port) <= 65535)) {
    throw new SegmentLabError("bad-option", `--port ${values.port} is not a port; give a number from 1 to 65535`);
  }
  const folder = findJupyter(workspaceRoot) ?? makeJupyter();
  writeKernelspec(workspaceRoot);
  const args = [
    `--ServerApp.root_dir=${workspaceRoot}`,
    ...(values["no-browser"] ? ["--no-browser"] : []),
    ...(values.port === undefined ? [] : [`--port=${values.port}`]),
    ...(values.token === undefined ? [] : [`--IdentityProvider.token=${values.token}`]),
    // jupyter refuses root without being told
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
  const compiler = join(workspaceRoot, "node_modules", "typescript", "bin", "tsc");
  const watch = spawn(process.execPath, [compiler, "-p", workspaceRoot, "--watch", "--preserveWatchOutput"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  watch.stdout.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split("\n")) if (line.includes("error TS")) console.error(line);
  });
  const lab = spawn(join(folder, "jupyter-lab"), args, {
    cwd: workspaceRoot,
    env: jupyterEnvironment(workspaceRoot, process.env),
    stdio: "inherit",
  });
  const exitCode = await runTogether([lab, watch], signal);
  if (exitCode !== 0) throw new CommandExit(exitCode);
});

function makeJupyter(): string {
  console.error("putting JupyterLab into .venv (first use only, about a minute) ...");
  return installJupyter(workspaceRoot);
}
