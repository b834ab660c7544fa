import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createMatrix, type Matrix } from "../src/core/matrix.js";
import { buildFeatures } from "../src/features/build-features.js";
import { prepareMatrix } from "../src/features/matrix/prepare-matrix.js";
import { openSales } from "../src/sales/open-sales.js";
import { absentRow, type BenchRow } from "./bench-row.js";
import { type BenchMatrix, writeBenchMatrix } from "./clustering/bench-matrix.js";
import { growthRows } from "./clustering/growth.js";
import { type MeasureOptions, measureCase } from "./clustering/measure-case.js";
import type { MethodCase } from "./clustering/method-case.js";
import { methodCases } from "./clustering/method-cases.js";
import { packageCases } from "./clustering/package-cases.js";
import { startOwn, startPeer } from "./clustering/sides.js";
import { syntheticRows } from "./clustering/synthetic-rows.js";

/** how many rows ml-hclust can finish */
const fewRows = 1_000;

/**
 * Every clustering beside scikit-learn, SciPy and hdbscan and beside the npm packages: the matrix `rfm-plus` on one
 * thread and on all processors, synthetic 20,000 × 12 and 200,000 × 8 on all; then how our times grow.
 */
export async function* clusteringBench(data: string, runs = 7): AsyncGenerator<BenchRow> {
  const folder = await mkdtemp(join(tmpdir(), "segment-lab-bench-"));
  const all = availableParallelism();
  const synthetic = { runs, budget: 10, threads: [all], isLimited: false, withMemory: false, folder };
  const real = { runs, budget: 25, threads: [...new Set([1, all])], isLimited: true, withMemory: true, folder };
  try {
    const matrix = await realMatrix(data);
    const customers = await writeBenchMatrix(folder, "rfm-plus", matrix);
    yield* measureAll(methodCases(customers), customers, real);
    for (const [rows, columns] of [
      [20_000, 12],
      [200_000, 8],
    ] as const) {
      const planted = await writeBenchMatrix(folder, "synthetic", syntheticRows(rows, columns, 1));
      yield* measureAll(methodCases(planted), planted, synthetic);
    }
    const few = await writeBenchMatrix(folder, "rfm-plus, first rows", firstRows(matrix));
    const packages = { ...real, runs: Math.min(runs, 3), threads: [1], isLimited: false, withMemory: false };
    for (const packageCase of packageCases(customers)) {
      const isLarge = customers.file.rows > (packageCase.most?.rows ?? customers.file.rows);
      yield* measureAll([packageCase], isLarge ? few : customers, packages);
    }
    yield* growthRows(startOwn, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function realMatrix(data: string): Promise<Matrix> {
  const sales = await openSales({ data });
  const matrix = prepareMatrix(await buildFeatures(sales));
  sales.close();
  return matrix;
}

function firstRows({ data, columns }: Matrix): Matrix {
  return createMatrix(data.slice(0, fewRows * columns.length), columns);
}

async function* measureAll(
  cases: readonly MethodCase[],
  matrix: BenchMatrix,
  options: MeasureOptions,
): AsyncGenerator<BenchRow> {
  for (const methodCase of cases) {
    const { name, most } = methodCase;
    if (most && matrix.file.rows > most.rows) {
      yield absentRow("clustering", `${matrix.name}: ${name}`, "s", `not measured: ${most.because}`);
      continue;
    }
    const sides = { own: startOwn(), peers: methodCase.peers.map(startPeer) };
    try {
      yield* await measureCase(methodCase, matrix, sides, options);
    } finally {
      for (const side of [sides.own, ...sides.peers]) side.close();
    }
  }
}
