// what the process of a kernel runs: tslab as it is, with bounds on what cells write, and cells compiled for it
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { boundKernel } from "./bound-kernel.js";
import { lendCompiled } from "./compile/lend-compiled.js";

boundKernel();
lendCompiled(dirname(process.argv[2]!));
const { startKernel } = createRequire(import.meta.url)("tslab/dist/main.js") as {
  startKernel(options: { configPath: string; enableFindLocal: boolean }): void;
};
startKernel({ configPath: process.argv[2]!, enableFindLocal: false });
