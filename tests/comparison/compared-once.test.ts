import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { compareClusterings } from "../../src/comparison/compare-clusterings.js";
import { createMatrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";

const done: string[] = [];

vi.mock("../../src/core/threads/run-on-threads.js", async (importOriginal) => {
  const actual = await importOriginal<typeof import("../../src/core/threads/run-on-threads.js")>();
  const counted: typeof actual.settleOnThreads = (work, inputs, options) => {
    done.push(...inputs.map(() => work.label));
    return actual.settleOnThreads(work, inputs, options);
  };
  return { ...actual, settleOnThreads: counted };
});

const cache = mkdtempSync(join(tmpdir(), "segment-lab-once-"));
afterAll(() => rmSync(cache, { recursive: true }));
beforeEach(() => {
  done.length = 0;
});

const random = createRandom(5);
const matrix = createMatrix(Array.from({ length: 60 }, (_, i) => [(i % 3) * 8 + random.normal(), random.normal()]));
const options = (folder: string) => ({ cache: join(cache, folder), resamples: 4, surrogates: 3, threads: 1 });
const rfm = { preparations: { rfm: matrix } };

test("notebooks 04 and 05 compare the same customers at the same time, and nothing of it is computed twice", async () => {
  await compareClusterings(matrix, undefined, { ...options("after"), ...rfm });
  await compareClusterings(matrix, undefined, options("after"));
  const oneAfterTheOther = done.splice(0).sort();

  await Promise.all([
    compareClusterings(matrix, undefined, { ...options("beside"), ...rfm, finalists: 0 }),
    compareClusterings(matrix, undefined, options("beside")),
    compareClusterings(matrix, undefined, { ...options("beside"), ...rfm }),
  ]);
  expect(done.sort()).toEqual(oneAfterTheOther);
  expect(oneAfterTheOther.length).toBeGreaterThan(20);
});
