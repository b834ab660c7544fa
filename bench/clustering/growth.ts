import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatNumber } from "../../src/core/format.js";
import { type BenchRow, barRow, median } from "../bench-row.js";
import { knee } from "./bench-matrix.js";
import { type GrowthCase, type GrowthShape, growthShapes } from "./growth-cases.js";
import { growthExponent } from "./growth-exponent.js";
import type { Side } from "./line-process.js";
import type { MethodRequest } from "./method-request.js";
import { syntheticRows } from "./synthetic-rows.js";

/** a longer run is not repeated */
const longSeconds = 3;

type Sized = Pick<MethodRequest, "matrix" | "labels"> & { readonly eps: number };

/**
 * Measures how our times grow with the rows, on one thread and synthetic rows of one shape.
 *
 * @param start starts our side; one process a method, so that none inherits another's memory
 * @param folder for the matrices
 * @param shapes what is measured; all where left out
 * @returns a row a method with its log–log exponent
 */
export async function* growthRows(
  start: () => Side,
  folder: string,
  shapes: readonly GrowthShape[] = growthShapes,
): AsyncGenerator<BenchRow> {
  for (const { columns, sizes, cases } of shapes) {
    const matrices: Sized[] = [];
    for (const rows of sizes) matrices.push(await writeSized(folder, rows, columns));
    const from = `${formatNumber(sizes[0]!)} to ${formatNumber(sizes.at(-1)!)} × ${columns}`;
    for (const growthCase of cases) {
      const side = start();
      const points: { rows: number; seconds: number }[] = [];
      for (const sized of matrices) {
        points.push({ rows: sized.matrix.rows, seconds: await secondsOf(side, growthCase, sized) });
      }
      side.close();
      const times = points.map(({ seconds }) => `${seconds.toPrecision(2)} s`).join(", ");
      const name = `growth with the rows, 1 thread: ${growthCase.name}, ${from}`;
      yield { ...barRow("clustering", name, [growthExponent(points)], "exponent", growthCase.bar), note: times };
    }
  }
}

async function writeSized(folder: string, rows: number, columns: number): Promise<Sized> {
  const matrix = syntheticRows(rows, columns, 1);
  const path = join(folder, `growth-${rows}-${columns}.f64`);
  await writeFile(path, matrix.data);
  await writeFile(
    `${path}.4`,
    Int32Array.from({ length: rows }, (_, i) => i % 4),
  );
  return { matrix: { path, rows, columns }, labels: `${path}.4`, eps: await knee(matrix) };
}

async function secondsOf(
  side: Side,
  { method, parameters }: GrowthCase,
  { matrix, labels, eps }: Sized,
): Promise<number> {
  const needed = method === "dbscan" ? { ...parameters, eps } : parameters;
  const request: MethodRequest = {
    method,
    matrix,
    parameters: needed,
    seed: 1,
    threads: 1,
    ...(method === "silhouette" && labels !== undefined && { labels }),
  };
  // the first run also compiles
  const { seconds } = await side.run(request);
  if (seconds > longSeconds) return seconds;
  const runs: number[] = [];
  for (let run = 0; run < 3; run++) runs.push((await side.run(request)).seconds);
  return median(runs);
}
