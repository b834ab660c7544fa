import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Candidate } from "../../src/comparison/candidates.js";
import { compareClusterings } from "../../src/comparison/compare-clusterings.js";
import type { Comparison } from "../../src/comparison/comparison.js";
import { buildFeatures } from "../../src/features/build-features.js";
import type { PreparedMatrix } from "../../src/features/matrix/preparation.js";
import { prepareMatrix } from "../../src/features/matrix/prepare-matrix.js";
import { clusterExplorer } from "../../src/lab/cluster-explorer.js";
import { openSales } from "../../src/sales/open-sales.js";
import { inventedCustomers } from "../features/matrix/invented-customers.js";
import { hasRealData, realData } from "../real-data.js";

const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Runs of any labels: what the chart needs of them. */
function madeUp(
  matrix: PreparedMatrix,
  kinds: readonly (readonly [string, Candidate["options"]])[],
): Comparison<PreparedMatrix> {
  const runs = kinds.map(([algorithm, options], r) => {
    const clusters = Number(options.k ?? 3);
    return {
      name: `${options.linkage ?? algorithm}, ${Object.values(options).at(-1)}`,
      candidate: { algorithm, options },
      matrix,
      clustering: {
        ...{ algorithm, engine: "native", options, clusters, seconds: 0 },
        labels: Int32Array.from(matrix.ids, (_, i) => ((i * 7919 + r) % 97) % clusters),
      },
      silhouettes: Float64Array.from(matrix.ids, (_, i) => Math.sin(i * (r + 1))),
      ...{ noiseShare: 0, silhouette: 0.1, daviesBouldin: 1, calinskiHarabasz: 1 },
    };
  });
  return { matrix, runs, failures: [], kDistances: {} } as unknown as Comparison<PreparedMatrix>;
}

const bytesOf = (chart: unknown): number => Buffer.byteLength(JSON.stringify(chart));
const titleOf = ({ title }: { readonly [key: string]: unknown }): string => {
  const { text, subtitle } = title as { text: string[]; subtitle: string[] };
  return [...text, ...subtitle].join(" ");
};
const paramOf = (chart: { readonly [key: string]: unknown }, name: string) =>
  (chart.params as { name: string; value: unknown; bind?: { labels?: string[]; name: string } }[]).find(
    (param) => param.name === name,
  )!;

describe("the explorer of a comparison", () => {
  const customers = inventedCustomers(200);
  const matrix = prepareMatrix(customers);

  test("shows clusters of fewer than five people as noise where it is asked to, and no noise of so few", () => {
    const made = madeUp(matrix, [["kmeans", { k: 4 }]]);
    const [run] = made.runs;
    // labels stand first in the packed text
    const shown = (sizes: readonly number[], redact: boolean) => {
      const all = sizes.flatMap((size, label) => Array.from({ length: size }, () => label));
      const labels = Int32Array.from(matrix.ids, (_, i) => all[i] ?? 0);
      const comparison = { ...made, runs: [{ ...run!, clustering: { ...run!.clustering, labels } }] };
      const chart = clusterExplorer(comparison, customers, undefined, { redact });
      const letters = (chart.datasets as { customers: { l: string }[] }).customers.map(({ l }) => l[0]!);
      return [...new Set(letters)].map((letter) => `${letter} ${letters.filter((own) => own === letter).length}`);
    };
    const others = matrix.rows - 30 - 20;
    expect(shown([others, 30, 17, 3], false)).toEqual([`0 ${others}`, "1 30", "2 17", "3 3"]);
    expect(shown([others, 30, 17, 3], true)).toEqual([`0 ${others}`, "1 30", ". 20"]);
    expect(shown([others, 30, 16, 4], true)).toEqual([`0 ${others}`, "1 30", ". 20"]);
    expect(shown([others, 42, 4, 4], true)).toEqual([`0 ${others}`, "1 42", ". 8"]);
    expect(shown([others, 30, 20], true)).toEqual([`0 ${others}`, "1 30", "2 20"]);
  });

  test("offers native runs by preparation, algorithm and setting, the run asked for first", async () => {
    const raw = prepareMatrix(customers, { preset: "rfm" });
    const candidates: Candidate[] = [
      { algorithm: "kmeans", options: { k: 3 } },
      { algorithm: "kmeans", options: { k: 3 }, engine: "ml-kmeans" },
      { algorithm: "kmeans", options: { k: 4 } },
      { algorithm: "kmeans", options: { k: 3 }, preparation: "three columns" },
    ];
    const comparison = await compareClusterings(matrix, candidates, {
      preparations: { "three columns": raw },
      cache: false,
      finalists: 0,
    });
    const chart = clusterExplorer(comparison, customers, comparison.runs[2]!, {
      umap: { x: new Float64Array(200), y: new Float64Array(200) },
      stability: [{ name: "k-means, k = 4", jaccards: [0.9, 0.8, 0.7, 0.6] }],
      currency: "EUR",
    });
    expect(paramOf(chart, "preparation").bind!.labels).toEqual(["rfm-plus", "three columns"]);
    expect(paramOf(chart, "setting0").value).toBe(4);
    expect((paramOf(chart, "captions").value as string[]).map((caption) => caption.split(":")[0])).toEqual([
      "k-means, k = 3",
      "k-means, k = 4",
      "k-means, k = 3",
    ]);
    expect(paramOf(chart, "layout").bind!.labels).toEqual(["PCA", "UMAP"]);
    expect(paramOf(chart, "isStable").value).toEqual([false, true, false]);
    expect(paramOf(chart, "columnLabels").value).toContain("net_revenue, €");
    const { clusters } = chart.datasets as { clusters: { r: number; c: number; j?: number }[] };
    expect(clusters.filter(({ r }) => r === 1).map(({ j }) => j)).toEqual([0.9, 0.8, 0.7, 0.6]);
  });

  test("stays below 1.5 MB for 5,852 customers: what would be too much is left out, and named", () => {
    const many = inventedCustomers(5852);
    const kinds = [
      ...ks.map((k) => ["kmeans", { k }] as const),
      ...["ward", "average", "complete"].flatMap((linkage) => ks.map((k) => ["hierarchical", { linkage, k }] as const)),
      ...Array.from({ length: 60 }, (_, i) => ["dbscan", { eps: i + 1, minPoints: 10 }] as const),
    ];
    const comparison = madeUp(prepareMatrix(many), kinds);
    const umap = {
      x: Float64Array.from({ length: 5852 }, (_, i) => Math.sin(i) * 9),
      y: new Float64Array(5852).fill(1.234),
    };

    const thirty = { ...comparison, runs: comparison.runs.slice(0, 30) };
    const fits = clusterExplorer(thirty, many, thirty.runs[29]!, { umap });
    expect(bytesOf(fits)).toBeLessThan(1_500_000);
    expect(paramOf(fits, "captions").value).toHaveLength(30);

    const start = comparison.runs.at(-1)!;
    const chart = clusterExplorer(comparison, many, start, { umap });
    expect(bytesOf(chart)).toBeLessThan(1_500_000);
    const offered = (paramOf(chart, "captions").value as string[]).length;
    expect(offered).toBeGreaterThan(50);
    expect(titleOf(chart)).toMatch(
      /Not offered, to keep the page small: average \(9\), complete \(9\), dbscan \(\d+\)/,
    );
    expect(paramOf(chart, "setting1").value).toBeGreaterThanOrEqual(0);
    expect(bytesOf(clusterExplorer(comparison, many, start, { umap, runs: comparison.runs }))).toBeGreaterThan(
      1_500_000,
    );
  });
});

describe.skipIf(!hasRealData)("the explorer of the real customers", () => {
  const root = mkdtempSync(join(tmpdir(), "segment-lab-explorer-"));
  beforeAll(() => void vi.stubEnv("SEGMENT_LAB_CACHE", root));
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  });

  test("stays below 1.5 MB with 30 candidates, and starts with the one asked for", async () => {
    const sales = await openSales({ data: realData });
    const customers = await buildFeatures(sales);
    sales.close();
    const matrix = prepareMatrix(customers);
    const candidates = [
      ...ks.map((k) => ({ algorithm: "kmeans", options: { k } })),
      ...["ward", "average"].flatMap((linkage) =>
        ks.map((k) => ({ algorithm: "hierarchical", options: { linkage, k } })),
      ),
      ...[1.5, 2, 2.5].map((eps) => ({ algorithm: "dbscan", options: { eps, minPoints: 10 } })),
    ];
    const comparison = await compareClusterings(matrix, candidates, { cache: false, finalists: 0 });
    expect(comparison.runs).toHaveLength(30);
    const chart = clusterExplorer(comparison, customers, comparison.runs[12]!, { currency: sales.currency });
    expect(bytesOf(chart)).toBeGreaterThan(900_000);
    expect(bytesOf(chart)).toBeLessThan(1_500_000);
    expect((chart.datasets as { customers: unknown[] }).customers).toHaveLength(5852);
    expect(paramOf(chart, "algorithm").value).toBe(1);
    expect(paramOf(chart, "setting0").value).toBe(5);
    expect(titleOf(chart)).toMatch(/^5,852 customers grouped in 30 ways: mean silhouettes from −?0\.\d\d to 0\.\d\d/);
  });
});
