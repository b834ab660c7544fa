import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // both of two processors: vitest would leave one idle
    maxWorkers: "100%",
    globalSetup: "scripts/build-kernels.mjs",
  },
});
