import { expect, test } from "vitest";
import type { ComparedRun } from "../../src/comparison/comparison.js";
import { leftOut, offeredRuns } from "../../src/lab/offered-runs.js";

const matrix = {};
const run = (algorithm: string, k: number, linkage?: string): ComparedRun =>
  ({
    name: `${linkage ?? algorithm}, k = ${k}`,
    matrix,
    candidate: { algorithm, options: { k, ...(linkage && { linkage }) } },
  }) as unknown as ComparedRun;
const runs = [
  ...[2, 3].map((k) => run("hierarchical", k, "average")),
  ...[2, 3].map((k) => run("kmeans", k)),
  ...[2, 3].map((k) => run("hierarchical", k, "ward")),
  run("gaussian-mixture", 2),
];

test("offers all that there is room for, in their order", () => {
  expect(offeredRuns(runs, undefined, 7)).toBe(runs);
  expect(offeredRuns(runs, undefined, 5)).toEqual(runs.slice(2));
  expect(leftOut(runs, runs.slice(2))).toBe("average (2)");
});

test("keeps the run that is shown first, whatever it is", () => {
  expect(offeredRuns(runs, runs[0], 3)).toEqual([runs[0], runs[2], runs[3]]);
  expect(leftOut(runs, offeredRuns(runs, runs[0], 3))).toBe("average (1), ward (2), gaussian-mixture (1)");
});
