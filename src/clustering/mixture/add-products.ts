/**
 * Adds the products of all pairs of columns, over four weighted rows, to the lower triangle of a matrix. Of a pair of
 * rows of that matrix the number right of the first one's diagonal is written too. Even rows are added beside odd ones, as
 * in the kernel `addTiles`.
 *
 * @param products width × width numbers from index `at`
 * @param tile the four rows, as `fillTile` writes them, from index `first`
 */
export function addProducts(
  products: Float64Array,
  at: number,
  tile: Float64Array,
  first: number,
  width: number,
  w0: number,
  w1: number,
  w2: number,
  w3: number,
): void {
  let i = 0;
  // hot: two rows of the matrix at once; as many multiplications as in all the rest of an M step together
  for (; i + 1 < width; i += 2) {
    const p = first + i * 4;
    const a0 = w0 * tile[p]!;
    const a1 = w1 * tile[p + 1]!;
    const a2 = w2 * tile[p + 2]!;
    const a3 = w3 * tile[p + 3]!;
    const b0 = w0 * tile[p + 4]!;
    const b1 = w1 * tile[p + 5]!;
    const b2 = w2 * tile[p + 6]!;
    const b3 = w3 * tile[p + 7]!;
    const one = at + i * width;
    const two = one + width;
    for (let j = 0, q = first; j <= i + 1; j++, q += 4) {
      const d0 = tile[q]!;
      const d1 = tile[q + 1]!;
      const d2 = tile[q + 2]!;
      const d3 = tile[q + 3]!;
      products[one + j]! += a0 * d0 + a2 * d2 + (a1 * d1 + a3 * d3);
      products[two + j]! += b0 * d0 + b2 * d2 + (b1 * d1 + b3 * d3);
    }
  }
  if (i === width) return;
  const p = first + i * 4;
  for (let j = 0, q = first; j <= i; j++, q += 4) {
    products[at + i * width + j]! +=
      w0 * tile[p]! * tile[q]! +
      w2 * tile[p + 2]! * tile[q + 2]! +
      (w1 * tile[p + 1]! * tile[q + 1]! + w3 * tile[p + 3]! * tile[q + 3]!);
  }
}
