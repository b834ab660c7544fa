import { createMatrix, type Matrix } from "../../src/core/matrix.js";
import { createRandom } from "../../src/core/random.js";

const groups = 20;
const noiseShare = 0.1;
/** where centres lie, either side of zero */
const reach = 10;

/**
 * Makes rows of planted groups: twenty round blobs of unequal size and spread, and a tenth of noise over the
 * box around them.
 *
 * @param rows how many rows
 * @param columns how many columns
 * @param seed the same seed plants the same centres for any number of rows
 */
export function syntheticRows(rows: number, columns: number, seed: number): Matrix {
  const places = createRandom(seed);
  const planted = Array.from({ length: groups }, () => ({
    spread: 0.6 + 0.4 * places.next(),
    centre: Array.from({ length: columns }, () => (2 * places.next() - 1) * reach),
  }));
  const random = createRandom(seed + 1);
  const data: Float64Array = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const isNoise = random.next() < noiseShare;
    // the first group is four times as large as the last
    const { spread, centre } = planted[Math.floor(groups * random.next() ** 1.5)]!;
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = isNoise ? (2 * random.next() - 1) * 1.5 * reach : centre[j]! + spread * random.normal();
    }
  }
  const names = Array.from({ length: columns }, (_, j) => `x${j + 1}`);
  return createMatrix(data, names);
}
