import type { ColumnTable } from "arquero";
import { chooseClustering } from "../../comparison/choose-clustering.js";
import { compareClusterings } from "../../comparison/compare-clusterings.js";
import type { ComparedRun, Comparison } from "../../comparison/comparison.js";
import type { Progress } from "../../core/progress.js";
import { buildFeatures } from "../../features/build-features.js";
import type { PreparedMatrix } from "../../features/matrix/preparation.js";
import { prepareMatrix } from "../../features/matrix/prepare-matrix.js";
import { openSales, type Sales, type SalesOptions } from "../../sales/open-sales.js";
import { readSettings } from "../../sales/settings.js";
import { type NamedSegment, nameSegments } from "../../segments/name-segments.js";
import { profileSegments } from "../../segments/profile-segments.js";

/** A shop's whole analysis, as the notebooks make it. */
export interface SegmentedShop {
  readonly sales: Sales;
  readonly customers: ColumnTable;
  readonly matrix: PreparedMatrix;
  readonly comparison: Comparison<PreparedMatrix>;
  readonly chosen: ComparedRun;
  readonly segments: readonly NamedSegment[];
  /** The seed of every random choice. */
  readonly seed: number;
  /** Seconds by stage; belongs under `timing`. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** What `segmentShop` takes. */
export interface SegmentShopOptions extends SalesOptions {
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
}

const stages = ["sales", "features", "matrix", "comparison", "segments"] as const;

/**
 * Takes a shop from its file to named segments: opens and cleans the sales, builds the features, prepares the matrix
 * `rfm-plus`, compares clusterings, chooses one and names its segments.
 *
 * @param options where the data are, how they are cleaned, the seed
 * @returns every intermediate result; close `sales` when done
 */
export async function segmentShop(options: SegmentShopOptions = {}): Promise<SegmentedShop> {
  const { onProgress, seed = readSettings().seed ?? 1, ...settings } = options;
  const seconds: Record<string, number> = {};
  const stage = async <T>(name: (typeof stages)[number], work: () => T | Promise<T>): Promise<T> => {
    onProgress?.({ done: stages.indexOf(name), total: stages.length, label: name });
    const began = performance.now();
    const result = await work();
    seconds[name] = (performance.now() - began) / 1000;
    return result;
  };

  const sales = await stage("sales", () => openSales(settings));
  try {
    const customers = await stage("features", () => buildFeatures(sales));
    const matrix = await stage("matrix", () => prepareMatrix(customers));
    const comparison = await stage("comparison", () => compareClusterings(matrix, undefined, { seed }));
    const chosen = chooseClustering(comparison);
    const segments = await stage("segments", () => nameSegments(profileSegments(customers, chosen.clustering.labels)));
    return { sales, customers, matrix, comparison, chosen, segments, seed, seconds };
  } catch (error) {
    sales.close();
    throw error;
  }
}
