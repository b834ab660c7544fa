import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";

/** Three round groups far apart, 40, 35 and 25 rows of 3 columns, and which row belongs where. */
export function plantedBlobs(seed = 1): { matrix: Matrix; truth: number[] } {
  const random = createRandom(seed);
  const centres = [
    [0, 0, 0],
    [12, 0, 4],
    [0, 12, -4],
  ];
  const truth = Array.from({ length: 100 }, (_, i) => (i < 40 ? 0 : i < 75 ? 1 : 2));
  return { matrix: createMatrix(truth.map((c) => centres[c]!.map((x) => x + random.normal()))), truth };
}

/** Two interleaved half circles of 100 rows each. */
export function plantedMoons(): { matrix: Matrix; truth: number[] } {
  const random = createRandom(3);
  const truth = Array.from({ length: 200 }, (_, i) => i % 2);
  const rows = truth.map((moon, i) => {
    const angle = (Math.PI * Math.floor(i / 2)) / 99;
    const [x, y] = moon === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x + random.normal() * 0.04, y + random.normal() * 0.04];
  });
  return { matrix: createMatrix(rows), truth };
}

/** A ring around a disc, 150 and 50 rows. */
export function plantedCircles(): { matrix: Matrix; truth: number[] } {
  const random = createRandom(4);
  const truth = Array.from({ length: 200 }, (_, i) => (i < 150 ? 0 : 1));
  const rows = truth.map((circle, i) => {
    const angle = (2 * Math.PI * i) / (circle === 0 ? 150 : 50);
    const radius = (circle === 0 ? 3 : 1) + random.normal() * 0.05;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return { matrix: createMatrix(rows), truth };
}

/** Rows without any structure. */
export function noise(rows: number, columns: number, seed = 1): Matrix {
  const random = createRandom(seed);
  const names = Array.from({ length: columns }, (_, j) => `x${j + 1}`);
  return createMatrix(
    Float64Array.from({ length: rows * columns }, () => random.normal()),
    names,
  );
}

/** The same rows with each value changed. */
export function mapMatrix(matrix: Matrix, change: (value: number, column: number) => number): Matrix {
  return { ...matrix, data: matrix.data.map((value, at) => change(value, at % matrix.columns.length)) };
}

/** The rows in another order. */
export function reorder(matrix: Matrix, order: readonly number[]): Matrix {
  const width = matrix.columns.length;
  return createMatrix(
    order.map((row) => Array.from(matrix.data.subarray(row * width, (row + 1) * width))),
    matrix.columns,
  );
}

/** 0 … count − 1 in a random order. */
export function shuffled(count: number, seed: number): number[] {
  const random = createRandom(seed);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
