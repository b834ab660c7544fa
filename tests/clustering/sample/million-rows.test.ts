import { expect, test } from "vitest";
import { adjustedRandIndex } from "../../../src/clustering/metrics/adjusted-rand-index.js";
import { clusterSample } from "../../../src/clustering/sample/cluster-sample.js";
import type { Matrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";

/** Six groups in twelve columns. */
function millionRows(): { matrix: Matrix; truth: Int32Array } {
  const random = createRandom(1);
  const [rows, width] = [1_000_000, 12];
  const centres = Float64Array.from({ length: 6 * width }, () => 3 * random.normal());
  const truth = new Int32Array(rows);
  const data = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    truth[i] = random.integer(6);
    // the sum of three uniform numbers is near enough to a normal one and drawn faster
    for (let j = 0; j < width; j++) {
      data[i * width + j] = centres[truth[i]! * width + j]! + 2 * (random.next() + random.next() + random.next() - 1.5);
    }
  }
  return { matrix: { data, rows, columns: Array.from({ length: width }, (_, j) => `x${j + 1}`), ids: [] }, truth };
}

// slow, about ten seconds; a fresh process, so that its largest memory is that of this work
test("1,000,000 rows of 12 columns are clustered by a sample and by micro-clusters in less than 1 GB", async () => {
  const { matrix, truth } = millionRows();
  for (const [algorithm, options] of [
    ["hierarchical", { by: "micro-clusters", k: 6 }],
    ["kmeans", { by: "micro-clusters", k: 6 }],
    ["gaussian-mixture", { k: 6 }],
  ] as const) {
    const { labels, clusters } = await clusterSample(matrix, algorithm, options);
    expect([labels.length, clusters]).toEqual([1_000_000, 6]);
    expect(adjustedRandIndex(labels, truth)).toBeGreaterThan(0.99);
  }
  expect(process.resourceUsage().maxRSS / 1e6).toBeLessThan(1);
});
