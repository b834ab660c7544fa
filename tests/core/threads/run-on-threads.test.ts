import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fitJob } from "../../../src/clustering/fit-job.js";
import type { Progress } from "../../../src/core/progress.js";
import { runOnThreads, settleOnThreads } from "../../../src/core/threads/run-on-threads.js";
import { shareMatrix } from "../../../src/core/threads/share-matrix.js";
import { transferableParts } from "../../../src/core/threads/transferable-parts.js";
import { noise } from "../../clustering/planted.js";

const matrix = shareMatrix(noise(300, 3));
const jobs = [2, 3, 4, 5].map((k) => ({ matrix, algorithm: "kmeans", options: { k } }));

test("gives the same for any number of threads, in the order of the inputs", async () => {
  const labelsBy = async (threads: number) =>
    (await runOnThreads(fitJob, jobs, { threads })).map(({ labels, clusters }) => ({ labels, clusters }));
  const alone = await labelsBy(1);
  expect(alone.map(({ clusters }) => clusters)).toEqual([2, 3, 4, 5]);
  expect(await labelsBy(2)).toEqual(alone);
});

test.each([1, 2])("on %i threads a mistake stands in its outcome and stops no other", async (threads) => {
  const bad = { matrix, algorithm: "kmeans", options: { k: 0 } };
  const told: number[] = [];
  const outcomes = await settleOnThreads(fitJob, [jobs[0]!, bad, jobs[1]!], {
    threads,
    onOutcome: (index) => void told.push(index),
  });
  expect(outcomes.map(({ error, value }) => error?.message ?? value?.clusters)).toEqual([
    2,
    "k is 0; choose a whole number from 1 to 300, the number of rows",
    3,
  ]);
  expect(outcomes[1]!.error).toMatchObject({ name: "SegmentLabError", code: "bad-option" });
  expect(told.sort()).toEqual([0, 1, 2]);
  await expect(runOnThreads(fitJob, [jobs[0]!, bad], { threads })).rejects.toMatchObject({ code: "bad-option" });
});

test("an error that is not the user's ends the batch", async () => {
  const broken = { ...fitJob, module: "clustering/nowhere" };
  await expect(runOnThreads(broken, jobs, { threads: 2 })).rejects.toThrow(/nowhere/);
  // what follows at once may meet a thread that is just ending
  for (let batch = 0; batch < 20; batch++) {
    expect(await runOnThreads(fitJob, jobs, { threads: 2 })).toHaveLength(4);
    await expect(runOnThreads(broken, jobs, { threads: 2 })).rejects.toThrow(/nowhere/);
  }
});

test.each([1, 2])("on %i threads a signal stops it, and the next batch runs", { retry: 2 }, async (threads) => {
  const slow = shareMatrix(noise(5000, 4));
  const many = Array.from({ length: 8 }, () => ({
    matrix: slow,
    algorithm: "hierarchical",
    options: { linkage: "average" },
  }));
  const controller = new AbortController();
  const began = performance.now();
  setTimeout(() => controller.abort(), 150);
  const run = settleOnThreads(fitJob, many, { threads, signal: controller.signal });
  await expect(run).rejects.toMatchObject({ code: "aborted", message: expect.stringMatching(/ was stopped$/) });
  expect(performance.now() - began).toBeLessThan(350);
  expect(await runOnThreads(fitJob, jobs, { threads })).toHaveLength(4);
  await expect(runOnThreads(fitJob, jobs, { threads, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: "aborted",
  });
});

test.each([1, 2])("on %i threads the progress never falls and ends at the total", async (threads) => {
  const slow = shareMatrix(noise(1500, 4));
  const steps: Progress[] = [];
  const options = { threads, onProgress: (step: Progress) => void steps.push(step) };
  const work = Array.from({ length: 4 }, () => ({ matrix: slow, algorithm: "hierarchical", options: { k: 3 } }));
  await runOnThreads(fitJob, work, options);
  const done = steps.map(({ done }) => done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.at(-1)).toBe(4);
  expect(steps.every(({ total }) => total === 4)).toBe(true);
});

test("threads without work keep no process alive", () => {
  const library = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "dist", "src", "index.js");
  const script = `
    const { clusterMany, createMatrix } = await import(${JSON.stringify(library)});
    const matrix = createMatrix(Float64Array.from({ length: 60 }, (_, i) => i % 7), ["a", "b"]);
    const jobs = [2, 3].map((k) => ({ algorithm: "kmeans", options: { k } }));
    console.log((await clusterMany(matrix, jobs, { threads: 2 })).map(({ value }) => value.clusters).join());
  `;
  const options = { encoding: "utf8", timeout: 20_000 } as const;
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], options)).toBe("2,3\n");
});

test("rows are put on shared memory once, and hold the same values", () => {
  const own = noise(5, 2);
  expect(shareMatrix(own).data.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...shareMatrix(own).data]).toEqual([...own.data]);
  expect(shareMatrix(own).data).toBe(shareMatrix({ ...own }).data);
  expect(shareMatrix(shareMatrix(own)).data).toBe(shareMatrix(own).data);
});

test("what is handed over is each piece of memory once, shared memory left out", () => {
  const labels = new Int32Array(3);
  const value = { labels, again: { deep: [labels.subarray(1), null, "x", 3] }, rows: shareMatrix(noise(3, 1)) };
  expect(transferableParts(value)).toEqual([labels.buffer]);
});
