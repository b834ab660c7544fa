import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suggestEps } from "../../src/clustering/density/suggest-eps.js";
import { findClusterer } from "../../src/clustering/find-clusterer.js";
import { fitClusterer } from "../../src/clustering/fit-clusterer.js";
import { formatNumber } from "../../src/core/format.js";
import type { Matrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";
import type { MatrixFile } from "./method-request.js";
import type { GivenRows } from "./same-inertia.js";

/** A matrix on disk with what the methods are given beside it. */
export interface BenchMatrix {
  readonly name: string;
  readonly file: MatrixFile;
  /** The k-distance knee for 10 points, up to three decimals, so that no distance is equal to it. */
  readonly eps: number;
  /** Files of our k-means clusterings: four clusters to judge, six to start a mixture from. */
  readonly fourClusters: string;
  readonly sixClusters: string;
  /** One start for each k = 2 … 12. */
  readonly startRows: GivenRows;
}

/** Writes a matrix and what belongs to it into a folder, for both sides to read. */
export async function writeBenchMatrix(folder: string, name: string, matrix: Matrix): Promise<BenchMatrix> {
  const path = join(folder, `${name.replaceAll(/\W+/g, "-")}-${matrix.rows}.f64`);
  await writeFile(path, matrix.data);
  const parameters = { start: 2, end: 12, starts: 1 };
  await writeFile(`${path}.starts`, startRows(matrix.rows, parameters));
  return {
    name: `${name}, ${formatNumber(matrix.rows)} × ${matrix.columns.length}`,
    file: { path, rows: matrix.rows, columns: matrix.columns.length },
    eps: await knee(matrix),
    fourClusters: await writeClusters(path, matrix, 4),
    sixClusters: await writeClusters(path, matrix, 6),
    startRows: { labels: `${path}.starts`, parameters },
  };
}

/** Where the k-distances of 10 points bend, three decimals. */
export async function knee(matrix: Matrix): Promise<number> {
  return Math.ceil((await suggestEps(matrix, 10)) * 1000) / 1000;
}

async function writeClusters(path: string, matrix: Matrix, k: number): Promise<string> {
  const { labels } = await fitClusterer(findClusterer("kmeans"), matrix, { k, starts: 1 });
  await writeFile(`${path}.${k}`, labels);
  return `${path}.${k}`;
}

function startRows(rows: number, { start, end, starts }: Readonly<Record<string, number>>): Int32Array {
  const random = createRandom(1);
  const chosen: number[] = [];
  for (let k = start!; k <= end!; k++) {
    for (let s = 0; s < starts!; s++) {
      const ones = new Set<number>();
      while (ones.size < Math.min(k, rows)) ones.add(random.integer(rows));
      chosen.push(...ones);
    }
  }
  return Int32Array.from(chosen);
}
