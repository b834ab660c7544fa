import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createAnswer } from "../../../bench/clustering/answer-request.js";
import { type BenchMatrix, writeBenchMatrix } from "../../../bench/clustering/bench-matrix.js";
import type { Side } from "../../../bench/clustering/line-process.js";
import { type MeasureOptions, measureCase } from "../../../bench/clustering/measure-case.js";
import { methodCases } from "../../../bench/clustering/method-cases.js";
import type { MethodReply, MethodRequest } from "../../../bench/clustering/method-request.js";
import { sameValues } from "../../../bench/clustering/same-values.js";
import { type PeerName, startPython } from "../../../bench/clustering/sides.js";
import { syntheticRows } from "../../../bench/clustering/synthetic-rows.js";
import { installedPeer } from "../../../bench/python-peer.js";

const folder = mkdtempSync(join(tmpdir(), "segment-lab-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const options: MeasureOptions = { runs: 2, budget: 25, threads: [1, 2], isLimited: true, withMemory: true, folder };
const python = installedPeer();
if (!python) console.warn("no Python of the bench in data/cache: its peers are not tested");

/** Our own side in this process. */
function ownSide(name = "Segment Lab"): Side {
  return { name, run: createAnswer(), close: () => undefined };
}

/** A side that takes a fixed time and finds the given distances. */
function scripted(name: string, seconds: number, values: readonly number[], calls: string[] = []): Side {
  const run = async ({ out, threads, seed }: MethodRequest): Promise<MethodReply> => {
    calls.push(`${name} ${threads} ${seed}${out ? " compared" : ""}`);
    if (out) writeFileSync(`${out}.values`, Float64Array.from(values));
    return { seconds, peakMegabytes: 50, figures: [] };
  };
  return { name, run, close: () => undefined };
}

const matrix: BenchMatrix = {
  name: "tiny, 3 × 1",
  file: { path: "tiny", rows: 3, columns: 1 },
  eps: 1,
  fourClusters: "",
  sixClusters: "",
  startRows: { labels: "", parameters: {} },
};
const distances = {
  name: "k-distance",
  method: "k-distance",
  parameters: { minPoints: 2 },
  peers: ["scikit-learn", "hdbscan"],
  compare: sameValues(1e-9),
  limit: 1,
} as const;

describe("a case", () => {
  test("is compared first, then timed in turn, after a turn to warm up", async () => {
    const calls: string[] = [];
    const [own, peer] = [scripted("own", 0.5, [1, 2], calls), scripted("peer", 1, [1, 2], calls)];
    const rows = await measureCase(distances, matrix, { own, peers: [peer] }, { ...options, threads: [2] });
    expect(calls).toEqual([
      "own 2 1 compared",
      "peer 2 1 compared",
      ...["own 2 1", "peer 2 1"],
      ...["own 2 1", "peer 2 1", "own 2 2", "peer 2 2"],
    ]);
    expect(rows[0]).toEqual({
      bench: "clustering",
      case: "tiny, 3 × 1, 2 threads: k-distance",
      ours: 0.5,
      peer: 1,
      peerName: "peer",
      ratio: 0.5,
      equal: true,
      unit: "s",
      limit: 1,
      runs: 2,
    });
    expect(rows[1]).toMatchObject({ case: "tiny, 3 × 1, peak memory of a process: k-distance", ours: 50, unit: "MB" });
  });

  test("stands beside the faster of two peers", async () => {
    const peers = [scripted("slow", 2, [1]), scripted("fast", 1, [1])];
    const rows = await measureCase(distances, matrix, { own: scripted("own", 3, [1]), peers }, options);
    expect(rows.map(({ peerName }) => peerName)).toEqual(["fast", "fast", "fast"]);
  });

  test("says where the results differ", async () => {
    const sides = { own: scripted("own", 1, [1, 2]), peers: [scripted("peer", 1, [1, 2.1])] };
    const [row] = await measureCase(distances, matrix, sides, options);
    expect(row).toMatchObject({ equal: false, note: "the results differ by up to 4.8e-2" });
    const shorter = { own: scripted("own", 1, [1, 2]), peers: [scripted("peer", 1, [1])] };
    expect((await measureCase(distances, matrix, shorter, options))[0]!.equal).toBe(false);
  });

  test("says where our result depends on the number of threads", async () => {
    const own = scripted("own", 1, [1]);
    const unsteady: Side = {
      ...own,
      run: (request) => scripted("own", 1, [request.threads === 1 ? 1 : 1.5]).run(request),
    };
    const rows = await measureCase(distances, matrix, { own: unsteady, peers: [scripted("peer", 1, [1])] }, options);
    expect(rows.map(({ equal }) => equal)).toEqual([true, false, true]);
    expect(rows[1]!.note).toMatch(/^our result differs from the one on a single thread/);
  });

  test("that takes long is timed once, without a turn to warm up", async () => {
    const calls: string[] = [];
    const sides = { own: scripted("own", 20, [1], calls), peers: [scripted("peer", 20, [1], calls)] };
    const [row] = await measureCase(distances, matrix, sides, { ...options, threads: [1], runs: 7 });
    expect(row!.runs).toBe(1);
    expect(calls).toHaveLength(4);
  });
});

test("every method gives the same on both sides where both are ours", async () => {
  const planted = await writeBenchMatrix(folder, "planted", syntheticRows(300, 4, 1));
  expect(planted.name).toBe("planted, 300 × 4");
  for (const methodCase of methodCases(planted)) {
    const sides = { own: ownSide(), peers: [ownSide("again")] };
    const rows = await measureCase(methodCase, planted, sides, { ...options, runs: 1 });
    expect(rows.map(({ equal }) => equal)).toEqual([true, true, true]);
    expect(rows.every(({ ours }) => ours! > 0)).toBe(true);
  }
});

test.skipIf(!python)("every peer gives our results on planted rows", { timeout: 300_000 }, async () => {
  const planted = await writeBenchMatrix(folder, "planted", syntheticRows(1000, 4, 1));
  const open = new Map<PeerName, Side>();
  const peerOf = (name: PeerName): Side => {
    const side = open.get(name) ?? startPython(name, python!);
    open.set(name, side);
    return side;
  };
  const differing: string[] = [];
  for (const methodCase of methodCases(planted)) {
    const sides = { own: ownSide(), peers: methodCase.peers.map(peerOf) };
    const [row] = await measureCase(methodCase, planted, sides, { ...options, runs: 1, threads: [1] });
    if (!row!.equal) differing.push(`${row!.case}: ${row!.note}`);
  }
  for (const side of open.values()) side.close();
  expect(open.size).toBe(3);
  expect(differing).toEqual([]);
});
