import { createRandom, type Random } from "../../core/random.js";

/** A tree of random cuts, node by node; the right branch of a node stands behind its left one. */
interface IsolationTree {
  /** The column that a node cuts; −1 for a leaf. */
  readonly column: number[];
  /** Where the node cuts (the left branch takes what is not above); for a leaf how many rows ended in it. */
  readonly value: number[];
  /** The place of the left branch; 0 for a leaf. */
  readonly left: number[];
}

/** Trees whose cuts set rows apart: those that few cuts isolate are unlike the rest. */
export interface IsolationForest {
  /** How many rows each tree was grown on. */
  readonly samples: number;
  readonly trees: readonly IsolationTree[];
}

/** How a forest is grown. */
export interface ForestOptions {
  readonly trees: number;
  readonly samples: number;
  readonly seed: number;
}

/**
 * Grows an isolation forest. The order of the rows does not matter.
 *
 * @param rows one array of numbers a row
 */
export function growIsolationForest(rows: readonly Float64Array[], options: ForestOptions): IsolationForest {
  const { trees, seed } = options;
  const samples = Math.min(options.samples, rows.length);
  const sorted = rows.toSorted(compareRows);
  const random = createRandom(seed);
  return { samples, trees: Array.from({ length: trees }, () => growTree(draw(sorted, samples, random), random)) };
}

/** How unlike the rest each row is: 2^(−mean path / c(samples)), near 1 for outliers, 0.5 where nothing stands out. */
export function isolationScores({ trees, samples }: IsolationForest, rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(rows, (row) => {
    const length = trees.reduce((sum, tree) => sum + pathLength(tree, row), 0) / trees.length;
    return 2 ** (-length / averagePathLength(samples));
  });
}

/** The mean number of cuts that isolate one of n rows in a random tree; c(n) of the paper. */
export function averagePathLength(n: number): number {
  if (n <= 1) return 0;
  if (n === 2) return 1;
  const eulerGamma = 0.5772156649015329;
  return 2 * (Math.log(n - 1) + eulerGamma) - (2 * (n - 1)) / n;
}

function growTree(sample: Float64Array[], random: Random): IsolationTree {
  const tree: IsolationTree = { column: [-1], value: [0], left: [0] };
  const deepest = Math.ceil(Math.log2(Math.max(2, sample.length)));
  const grow = (rows: Float64Array[], node: number, depth: number): void => {
    const cut = depth < deepest && rows.length > 1 ? chooseCut(rows, random) : null;
    if (!cut) {
      tree.value[node] = rows.length;
      return;
    }
    const left = tree.column.length;
    tree.column.push(-1, -1);
    tree.value.push(0, 0);
    tree.left.push(0, 0);
    [tree.column[node], tree.value[node], tree.left[node]] = [cut.column, cut.value, left];
    const isLeft = (row: Float64Array): boolean => row[cut.column]! <= cut.value;
    grow(rows.filter(isLeft), left, depth + 1);
    grow(
      rows.filter((row) => !isLeft(row)),
      left + 1,
      depth + 1,
    );
  };
  grow(sample, 0, 0);
  return tree;
}

/** A random place in a random one of the columns that vary; null where none does. */
function chooseCut(rows: readonly Float64Array[], random: Random): { column: number; value: number } | null {
  const columns = Array.from(rows[0]!, (_, j) => j);
  while (columns.length > 0) {
    const [column] = columns.splice(random.integer(columns.length), 1) as [number];
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const row of rows) {
      low = Math.min(low, row[column]!);
      high = Math.max(high, row[column]!);
    }
    if (low === high) continue;
    const value = low + random.next() * (high - low);
    // rounding may reach the highest value, which belongs to the right
    return { column, value: value < high ? value : low };
  }
  return null;
}

function pathLength({ column, value, left }: IsolationTree, row: Float64Array): number {
  let node = 0;
  let depth = 0;
  for (; column[node] !== -1; depth++) node = row[column[node]!]! <= value[node]! ? left[node]! : left[node]! + 1;
  return depth + averagePathLength(value[node]!);
}

/** `count` of the rows, none twice (the first steps of Fisher and Yates). */
function draw(rows: readonly Float64Array[], count: number, random: Random): Float64Array[] {
  const places = rows.map((_, i) => i);
  for (let i = 0; i < count; i++) {
    const other = i + random.integer(places.length - i);
    [places[i], places[other]] = [places[other]!, places[i]!];
  }
  return places.slice(0, count).map((place) => rows[place]!);
}

function compareRows(a: Float64Array, b: Float64Array): number {
  const at = a.findIndex((value, j) => value !== b[j]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
