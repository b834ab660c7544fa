import type { Matrix } from "../../core/matrix.js";
import { squaredDistance } from "../squared-distance.js";

/** Which of several equally reachable rows a row hangs on. */
export type SkeletonTies = "first-row" | "shorter";

/** The inner rows of a cluster: those that its spanning tree passes through. */
export interface ClusterSkeleton {
  /** Row numbers. */
  readonly rows: Int32Array;
  /** One an inner row: its all-points core distance. */
  readonly core: Float64Array;
  /** The longest mutual reachability between two inner rows of the tree. */
  readonly sparseness: number;
}

/** as numpy's isclose, by which the package hdbscan looks for the other end of an edge */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 + 1e-5 * b;

/**
 * Builds the minimum spanning tree of a cluster's mutual reachability graph, with DBCV's core distances: the
 * generalised mean of the distances to all other rows.
 *
 * @param members at least two distinct rows
 * @param step called once or twice a row
 */
export async function clusterSkeleton(
  matrix: Matrix,
  members: readonly number[],
  ties: SkeletonTies,
  step: () => Promise<void> | undefined,
): Promise<ClusterSkeleton> {
  const { data, columns } = matrix;
  const width = columns.length;
  const count = members.length;
  const core = new Float64Array(count);
  const distances = new Float64Array(count);
  const measure = (i: number): void => {
    for (let k = 0; k < count; k++) {
      distances[k] = Math.sqrt(squaredDistance(data, members[i]! * width, data, members[k]! * width, width));
    }
  };
  for (let i = 0; i < count; i++) {
    measure(i);
    core[i] = meanDistance(distances, i, width);
    const pause = step();
    if (pause) await pause;
  }

  const degree = new Int32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const reach = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const gap = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const isIn = new Uint8Array(count);
  for (let done = 0, row = 0; done < count; done++) {
    isIn[row] = 1;
    measure(row);
    if (ties === "first-row" && done > 1) {
      const first = distances.findIndex(
        (distance, k) => k !== row && isIn[k] === 1 && isClose(Math.max(distance, core[k]!, core[row]!), reach[row]!),
      );
      if (first >= 0) parent[row] = first;
    }
    if (done > 0) {
      degree[row]!++;
      degree[parent[row]!]!++;
    }
    let next = -1;
    for (let k = 0; k < count; k++) {
      if (isIn[k] === 1) continue;
      const mutual = Math.max(distances[k]!, core[k]!, core[row]!);
      if (mutual < reach[k]! || (mutual === reach[k] && distances[k]! < gap[k]!)) {
        reach[k] = mutual;
        gap[k] = distances[k]!;
        parent[k] = row;
      }
      const isNearer = next < 0 || reach[k]! < reach[next]!;
      if (isNearer || (ties === "shorter" && reach[k] === reach[next] && gap[k]! < gap[next]!)) next = k;
    }
    row = next;
    const pause = step();
    if (pause) await pause;
  }

  let inside = Number.NEGATIVE_INFINITY;
  let anywhere = 0;
  for (let k = 1; k < count; k++) {
    anywhere = Math.max(anywhere, reach[k]!);
    if (degree[k]! > 1 && degree[parent[k]!]! > 1) inside = Math.max(inside, reach[k]!);
  }
  // two rows have no inner one: both count
  const inner = Int32Array.from(degree.keys()).filter((k) => count === 2 || degree[k]! > 1);
  return {
    rows: inner.map((k) => members[k]!),
    core: Float64Array.from(inner, (k) => core[k]!),
    sparseness: inside > Number.NEGATIVE_INFINITY ? inside : anywhere,
  };
}

/** (mean of d^−width)^(−1/width), with the nearest distance taken out so that no power overflows */
function meanDistance(distances: Float64Array, own: number, width: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < distances.length; k++) if (k !== own && distances[k]! < nearest) nearest = distances[k]!;
  let sum = 0;
  for (let k = 0; k < distances.length; k++) if (k !== own) sum += (nearest / distances[k]!) ** width;
  return nearest * (sum / (distances.length - 1)) ** (-1 / width);
}
