import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ambiguousShare } from "../../../src/clustering/consensus/ambiguous-share.js";
import { pacCurve } from "../../../src/clustering/consensus/pac-curve.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { noise, plantedBlobs } from "../planted.js";

/** By numpy; made by tests/golden/consensus.py. */
interface Golden {
  readonly pac: readonly {
    count: number;
    resamples: { rows: number[]; labels: number[] }[];
    pac: number;
    narrow: number;
  }[];
}
const golden = JSON.parse(readFileSync(new URL("../../golden/consensus.json", import.meta.url), "utf8")) as Golden;

describe("the proportion of ambiguous clustering", () => {
  test.each([0, 1, 2])("is numpy's on drawn labelings (case %i)", async (at) => {
    const { count, resamples, pac, narrow } = golden.pac[at]!;
    const own = resamples.map(({ rows, labels }) => ({ rows: Int32Array.from(rows), labels: Int32Array.from(labels) }));
    expect(await ambiguousShare(own, count)).toBeCloseTo(pac, 12);
    expect(await ambiguousShare(own, count, { above: 0.4, upTo: 0.6 })).toBeCloseTo(narrow, 12);
  });

  test("is 0 where all samples agree, 1 where each pair is together every other time", async () => {
    const rows = Int32Array.of(0, 1, 2);
    const [whole, apart] = [Int32Array.of(0, 0, 0), Int32Array.of(0, 1, 2)];
    expect(
      await ambiguousShare(
        [whole, whole].map((labels) => ({ rows, labels })),
        3,
      ),
    ).toBe(0);
    expect(
      await ambiguousShare(
        [whole, apart].map((labels) => ({ rows, labels })),
        3,
      ),
    ).toBe(1);
  });

  test("leaves out pairs that were never drawn together", async () => {
    const sample = (...rows: number[]) => ({ rows: Int32Array.from(rows), labels: new Int32Array(rows.length) });
    expect(await ambiguousShare([sample(0, 1), sample(2, 3)], 4)).toBe(0);
    expect(await ambiguousShare([sample(0), sample(1)], 2)).toBeNaN();
  });
});

describe("the PAC curve", () => {
  test("is lowest, and nearly 0, at the number of planted groups", async () => {
    // three groups of one size, each as far from the others: no two of them belong together
    const random = createRandom(3);
    const centres = [
      [0, 0],
      [10, 0],
      [5, 8.66],
    ];
    const matrix = createMatrix(
      Array.from({ length: 120 }, (_, i) => centres[i % 3]!.map((centre) => centre + random.normal())),
    );
    const { ks, pac, k, rows } = await pacCurve(matrix, { ks: [2, 3, 4, 5], resamples: 20 });
    expect([ks, k, rows]).toEqual([[2, 3, 4, 5], 3, 120]);
    expect(pac[1]).toBeLessThan(0.005);
    expect(pac[0]).toBeGreaterThan(0.2);
    expect(pac[2]).toBeGreaterThan(0.02);
  });

  test("of two k that are both settled takes the larger: it parts what the smaller one joins", async () => {
    const { matrix } = plantedBlobs();
    const { pac, k } = await pacCurve(matrix, { ks: [2, 3, 4], resamples: 20 });
    expect([pac[0], pac[1], k]).toEqual([0, 0, 3]);
  });

  test("is the same for the same seed, takes other algorithms, and draws from many rows", async () => {
    const options = { algorithm: "hierarchical", linkage: "ward", ks: [3, 4], resamples: 6, mostRows: 150 };
    const [first, second, other] = [
      await pacCurve(noise(400, 2), { ...options, seed: 5 }),
      await pacCurve(noise(400, 2), { ...options, seed: 5 }),
      await pacCurve(noise(400, 2), { ...options, seed: 6 }),
    ];
    expect(second).toEqual(first);
    expect(other.pac).not.toEqual(first.pac);
    expect(first.rows).toBe(150);
    expect(first.pac[0]).toBeGreaterThan(0.1);
  });

  test("reports progress that never falls, and stops on a signal", async () => {
    const controller = new AbortController();
    const shares: number[] = [];
    const run = pacCurve(noise(300, 2), {
      ks: [2, 3],
      resamples: 5,
      signal: controller.signal,
      onProgress: ({ done, total }) => {
        shares.push(done / total);
        if (shares.length === 8) controller.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ code: "aborted" });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.length).toBeGreaterThanOrEqual(8);
  });

  test("refuses what it cannot do", async () => {
    const { matrix } = plantedBlobs();
    await expect(pacCurve(matrix, { ks: [] })).rejects.toThrow("ks is empty; give at least one number of clusters");
    await expect(pacCurve(matrix, { ks: [90] })).rejects.toThrow("k is 90; choose a whole number from 1 to 80");
    await expect(pacCurve(matrix, { share: 0 })).rejects.toThrow("share is 0; choose a number above 0, up to 1");
    await expect(pacCurve(matrix, { resamples: 1 })).rejects.toThrow("resamples is 1; choose a whole number from 2");
    await expect(pacCurve(matrix, { algorithm: "dbscan", ks: [2] })).rejects.toThrow('dbscan has no option "k"');
  });
});
