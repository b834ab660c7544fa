// what the process of a kernel runs: tslab as it is, with bounds on what cells write
import { createRequire } from "node:module";
import { boundKernel } from "./bound-kernel.js";

boundKernel();
const { startKernel } = createRequire(import.meta.url)("tslab/dist/main.js") as {
  startKernel(options: { configPath: string; enableFindLocal: boolean }): void;
};
startKernel({ configPath: process.argv[2]!, enableFindLocal: false });
