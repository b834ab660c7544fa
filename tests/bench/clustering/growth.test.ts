import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { BenchRow } from "../../../bench/bench-row.js";
import { growthRows } from "../../../bench/clustering/growth.js";
import { growthShapes } from "../../../bench/clustering/growth-cases.js";
import type { MethodRequest } from "../../../bench/clustering/method-request.js";

const folder = mkdtempSync(join(tmpdir(), "segment-lab-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a method's exponent comes from its times on the same shape of rows, each size with its own knee", async () => {
  const requests: MethodRequest[] = [];
  let open = 0;
  const start = () => {
    open++;
    const run = async (request: MethodRequest) => {
      requests.push(request);
      return { seconds: request.matrix.rows ** 1.5 / 1e6, peakMegabytes: 50, figures: [] };
    };
    const close = () => {
      open--;
    };
    return { name: "own", run, close };
  };
  const shape = {
    columns: 2,
    sizes: [100, 200, 400],
    cases: [{ name: "DBSCAN", method: "dbscan", parameters: { minPoints: 10 }, bar: 1.3 }],
  } as const;
  const rows: BenchRow[] = [];
  for await (const measured of growthRows(start, folder, [shape])) rows.push(measured);
  const [row, ...rest] = rows;
  expect(rest).toEqual([]);
  expect(row).toMatchObject({
    case: "growth with the rows, 1 thread: DBSCAN, 100 to 400 × 2",
    unit: "exponent",
    peer: 1.3,
    limit: 1,
    note: "0.0010 s, 0.0028 s, 0.0080 s",
  });
  expect(row!.ours).toBeCloseTo(1.5, 9);
  expect(open).toBe(0);
  expect(new Set(requests.map(({ parameters }) => parameters.eps)).size).toBe(3);
  expect(requests.every(({ threads }) => threads === 1)).toBe(true);
});

test("the bars are those that were set", () => {
  const bars = growthShapes.flatMap(({ cases }) => cases.map(({ name, bar }) => [name, bar] as const));
  expect(bars.filter(([, bar]) => bar !== undefined)).toEqual([
    ["ward linkage", 2.1],
    ["exact silhouettes", 2.1],
    ["k-means, k = 8, 5 starts", 1.1],
    ["DBSCAN", 1.3],
  ]);
});
