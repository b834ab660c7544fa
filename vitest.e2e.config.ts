import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.e2e.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: "forks",
    globalSetup: "scripts/build-kernels.mjs",
    // one browser and one JupyterLab at a time
    fileParallelism: false,
    maxConcurrency: 2,
  },
});
