import { mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createMatrix, type Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { nearestRows } from "../../../src/features/matrix/nearest-rows.js";
import { neighboursKept } from "../../../src/features/matrix/neighbours-kept.js";
import { umapMap } from "../../../src/features/matrix/umap-map.js";

const cache = mkdtempSync(join(tmpdir(), "segment-lab-umap-"));
const maps = join(cache, "maps");
beforeEach(() => void vi.stubEnv("SEGMENT_LAB_CACHE", cache));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

/** Three clouds of 20 rows in four columns, far apart. */
function clouds(): Matrix {
  const random = createRandom(3);
  const rows = Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 4 }, (_, j) => (i % 3 === j ? 9 : 0) + random.normal()),
  );
  return createMatrix(
    rows,
    ["a", "b", "c", "d"],
    rows.map((_, i) => String(100 + i)),
  );
}

const small = { neighbours: 8, cache: false };

describe("umapMap", () => {
  it("puts rows beside those they are alike to", async () => {
    const { x, y } = await umapMap(clouds(), small);
    const far = (i: number, j: number) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
    for (let i = 0; i < 60; i++) {
      const others = Array.from({ length: 60 }, (_, j) => j).filter((j) => j !== i);
      const nearest = others.sort((a, b) => far(i, a) - far(i, b)).slice(0, 8);
      expect(nearest.every((j) => j % 3 === i % 3)).toBe(true);
    }
  });

  it("gives the same map for the same seed, whatever ran before, and another for another", async () => {
    const first = await umapMap(clouds(), { ...small, seed: 5 });
    await umapMap(clouds(), { ...small, seed: 6, neighbours: 5 });
    const again = await umapMap(clouds(), { ...small, seed: 5 });
    expect([...again.x, ...again.y]).toEqual([...first.x, ...first.y]);
    const other = await umapMap(clouds(), { ...small, seed: 6 });
    expect([...other.x]).not.toEqual([...first.x]);
  });

  it("puts each customer in the same place in whatever order the rows stand", async () => {
    const matrix = clouds();
    const order = matrix.ids.map((_, i) => (i * 7 + 3) % 60);
    const shuffled = createMatrix(
      order.map((from) => [...matrix.data.subarray(from * 4, from * 4 + 4)]),
      matrix.columns,
      order.map((from) => matrix.ids[from]!),
    );
    const [plain, mixed] = [await umapMap(matrix, small), await umapMap(shuffled, small)];
    order.forEach((from, to) => {
      expect([mixed.x[to], mixed.y[to]]).toEqual([plain.x[from], plain.y[from]]);
    });
  });

  it("is kept by content: read again, made anew where the file is cut short, another for other options", async () => {
    const made = await umapMap(clouds(), { neighbours: 8 });
    const files = readdirSync(maps);
    expect(files).toHaveLength(1);
    const progress = vi.fn();
    const read = await umapMap(clouds(), { neighbours: 8, onProgress: progress });
    expect(progress).not.toHaveBeenCalled();
    expect([...read.x, ...read.y]).toEqual([...made.x, ...made.y]);
    truncateSync(join(maps, files[0]!), 100);
    expect([...(await umapMap(clouds(), { neighbours: 8 })).y]).toEqual([...made.y]);
    for (const other of [{ neighbours: 9 }, { neighbours: 8, minDistance: 0.5 }, { neighbours: 8, seed: 2 }]) {
      expect([...(await umapMap(clouds(), other)).x]).not.toEqual([...made.x]);
    }
    expect(readdirSync(maps)).toHaveLength(4);
  });

  it("takes equal rows and a single column", async () => {
    const equal = await umapMap(createMatrix(Array.from({ length: 12 }, () => [1, 2])), { ...small, neighbours: 4 });
    const single = await umapMap(createMatrix(Array.from({ length: 12 }, (_, i) => [i])), { ...small, neighbours: 4 });
    for (const { x, y } of [equal, single]) expect([...x, ...y].every(Number.isFinite)).toBe(true);
  });

  it("stops when told to, and keeps nothing then", async () => {
    const before = readdirSync(maps).length;
    const rows = Array.from({ length: 1500 }, (_, i) => [Math.sin(i), Math.cos(i * 3)]);
    const abort = new AbortController();
    const running = umapMap(createMatrix(rows), { signal: abort.signal, onProgress: () => abort.abort() });
    await expect(running).rejects.toMatchObject({ code: "aborted" });
    expect(readdirSync(maps)).toHaveLength(before);
  });

  it("refuses what makes no map", async () => {
    await expect(umapMap(createMatrix([[1], [2]]), {})).rejects.toThrow(
      "2 customers have no neighbourhoods of 15; take more customers, or fewer neighbours",
    );
    await expect(umapMap(clouds(), { neighbours: 1 })).rejects.toThrow("neighbours is 1; give a whole number from 2");
    await expect(umapMap(clouds(), { minDistance: 2 })).rejects.toThrow("minDistance is 2; give a number from 0 to 1");
    const gap = createMatrix([...Array.from({ length: 20 }, (_, i) => [i, 1]), [Number.NaN, 1]]);
    await expect(umapMap(gap, small)).rejects.toMatchObject({ code: "bad-value" });
  });
});

describe("nearestRows", () => {
  it("gives each row itself, then the nearest, of equal ones the first", async () => {
    const { indices, distances } = await nearestRows(Float64Array.of(0, 1, -1, 5), 1, 3);
    expect(indices).toEqual([
      [0, 1, 2],
      [1, 0, 2],
      [2, 0, 1],
      [3, 1, 0],
    ]);
    expect(distances[3]).toEqual([0, 4, 5]);
  });
});

describe("neighboursKept", () => {
  it("is 1 for the rows themselves and less where neighbours are torn apart", async () => {
    const matrix = createMatrix([[0], [1], [2], [10], [11], [12]]);
    const still = { x: Float64Array.of(0, 1, 2, 10, 11, 12), y: new Float64Array(6) };
    expect(await neighboursKept(matrix, still, { neighbours: 2 })).toBe(1);
    // rows 2 and 3 change places: of 12 neighbours 4 are still there
    const torn = { x: Float64Array.of(0, 1, 10, 2, 11, 12), y: new Float64Array(6) };
    expect(await neighboursKept(matrix, torn, { neighbours: 2 })).toBe(4 / 12);
    await expect(neighboursKept(matrix, still)).rejects.toMatchObject({ code: "too-few-rows" });
    await expect(neighboursKept(matrix, { x: new Float64Array(2), y: new Float64Array(2) })).rejects.toThrow(
      "the map has 2 places for 6 rows",
    );
  });
});
