/** Rows are worked on four at a time, so that no sum waits for the one before it. */
export const tileRows = 4;

/** Blocks of rows begin at multiples of two tiles: the kernels take two at a time. */
export const passRows = 2 * tileRows;

/**
 * Writes how four rows differ from the mean of component `c`: column after column, four numbers each. Rows behind the last
 * one repeat it.
 *
 * @param data rows × width numbers, row after row
 * @param from the number of the first of the four rows
 * @param means component after component `width` numbers
 * @param tiles component after component 4 × width numbers; those of component `c` are overwritten
 */
export function fillTile(
  data: Float64Array,
  width: number,
  from: number,
  means: Float64Array,
  c: number,
  tiles: Float64Array,
): void {
  const last = data.length - width;
  const r0 = from * width;
  const r1 = Math.min(r0 + width, last);
  const r2 = Math.min(r1 + width, last);
  const r3 = Math.min(r2 + width, last);
  for (let j = 0, to = c * width * 4; j < width; j++, to += 4) {
    const centre = means[c * width + j]!;
    tiles[to] = data[r0 + j]! - centre;
    tiles[to + 1] = data[r1 + j]! - centre;
    tiles[to + 2] = data[r2 + j]! - centre;
    tiles[to + 3] = data[r3 + j]! - centre;
  }
}
