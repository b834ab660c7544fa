// npm test: format, lint, types, unit tests and notebooks; the browser's and JupyterLab's where they are found
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findJupyter } from "../src/lab/find-jupyter.js";
import { CommandExit, runCommand } from "./command.js";
import { findChromium } from "./find-chromium.js";
import { workspaceRoot } from "./workspace.js";

const packageFolder = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

// vitest's own lines, and "JSON" beside them, from which .ci/run counts
const reporters = (name: string) => {
  const folder = process.env.SEGMENT_LAB_TEST_RESULTS;
  return folder ? ["--reporter=default", "--reporter=json", `--outputFile.json=${join(folder, `${name}.json`)}`] : [];
};

const programs = {
  biome: join(packageFolder("@biomejs/biome"), "bin", "biome"),
  tsc: join(packageFolder("typescript"), "bin", "tsc"),
  vitest: join(packageFolder("vitest"), "vitest.mjs"),
};

function step(title: string, program: keyof typeof programs, args: readonly string[]): void {
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, [programs[program], ...args], {
    cwd: workspaceRoot,
    stdio: "inherit",
  });
  if (status !== 0) throw new CommandExit(status ?? 1);
}

await runCommand(async () => {
  step("format and lint", "biome", ["check", "."]);
  step("types", "tsc", ["-p", "tsconfig.test.json"]);
  step("tests", "vitest", ["run", ...reporters("unit")]);
  if (!findChromium()) console.log("\nno Chromium (CHROMIUM or /usr/bin/chromium): the browser tests are left out");
  if (findJupyter(workspaceRoot) === null) {
    console.log("\nno JupyterLab 4 on the PATH or in .venv (npm run lab makes it): its tests are left out");
  }
  if (findChromium() || findJupyter(workspaceRoot) !== null) {
    step("browser and JupyterLab", "vitest", ["run", "-c", "vitest.e2e.config.ts", ...reporters("e2e")]);
  }
});
