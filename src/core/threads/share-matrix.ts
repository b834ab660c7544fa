import type { Matrix } from "../matrix.js";

const shared = new WeakMap<Float64Array, Float64Array>();

/**
 * Puts a matrix where every thread reads it without a copy of its own; once for all calls with the same matrix.
 *
 * @param matrix rows × columns; must not change afterwards
 * @returns the same values on shared memory, without the identifiers of the rows
 */
export function shareMatrix({ data, rows, columns }: Matrix): Matrix {
  let twin = data.buffer instanceof SharedArrayBuffer ? data : shared.get(data);
  if (!twin) {
    twin = new Float64Array(new SharedArrayBuffer(data.byteLength));
    twin.set(data);
    shared.set(data, twin);
  }
  return { data: twin, rows, columns: [...columns], ids: [] };
}
