import { defineConfig } from "vitest/config";

/** Tests that look at clocks or at memory: nothing may run beside them. */
const measured = [
  "tests/clustering/hierarchical/merge-tree.test.ts",
  "tests/clustering/limits/size-limits.test.ts",
  "tests/clustering/sample/million-rows.test.ts",
  "tests/core/threads/run-on-threads.test.ts",
  "tests/features/rfm/*.test.ts",
  "tests/report/hostile-cells.test.ts",
  "tests/report/kept-pages.test.ts",
  "tests/report/run-notebook.test.ts",
  "tests/report/stopped-run.test.ts",
  "tests/sales/synthetic/generate-shop.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    globalSetup: "scripts/build-kernels.mjs",
    projects: [
      {
        extends: true,
        test: { name: "alone", include: measured, maxWorkers: 1, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: "side by side",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", ...measured],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
