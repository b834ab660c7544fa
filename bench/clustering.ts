import { linkages, mergeTree } from "../src/clustering/hierarchical/merge-tree.js";
import { buildFeatures } from "../src/features/build-features.js";
import { prepareMatrix } from "../src/features/matrix/prepare-matrix.js";
import { openSales } from "../src/sales/open-sales.js";
import { type BenchRow, barRow } from "./bench-row.js";

/** The merge trees of all customers on the matrix `rfm-plus`, by linkage. */
export async function clusteringBench(data: string, runs = 3): Promise<BenchRow[]> {
  const sales = await openSales({ data });
  const matrix = prepareMatrix(await buildFeatures(sales));
  sales.close();
  const rows: BenchRow[] = [];
  for (const linkage of linkages) {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      await mergeTree(matrix, { linkage });
      seconds.push((performance.now() - began) / 1000);
    }
    rows.push(barRow("clustering", `${linkage} linkage, ${matrix.rows} × ${matrix.columns.length}`, seconds, "s", 2));
  }
  return rows;
}
