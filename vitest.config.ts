import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // comparisons use every processor themselves, and clocks are looked at
    maxWorkers: 1,
    globalSetup: "scripts/build-kernels.mjs",
  },
});
