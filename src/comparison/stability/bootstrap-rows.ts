import { createRandom } from "../../core/random.js";

/** Draws as many row numbers as there are with replacement and keeps each once, ascending: about 63 % of the rows. */
export function bootstrapRows(rows: number, seed: number): Int32Array {
  const random = createRandom(seed);
  const isDrawn = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) isDrawn[random.integer(rows)] = 1;
  return Int32Array.from({ length: rows }, (_, i) => i).filter((i) => isDrawn[i] === 1);
}
