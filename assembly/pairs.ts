import { step, totals } from "./squared-distance";

/** Distances of the rows i … i + 3 to the rows from … to - 1: four side by side for each of these. */
export function distancesFromFour(rows: usize, stride: usize, i: i32, from: i32, to: i32, result: usize): void {
  const r0 = rows + <usize>i * stride;
  const r1 = r0 + stride;
  const r2 = r1 + stride;
  const r3 = r2 + stride;
  let at = rows + <usize>from * stride;
  for (let q = from; q < to; q++, at += stride, result += 32) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let j: usize = 0; j < stride; j += 16) {
      const x = v128.load(at + j);
      s0 = step(s0, x, r0 + j);
      s1 = step(s1, x, r1 + j);
      s2 = step(s2, x, r2 + j);
      s3 = step(s3, x, r3 + j);
    }
    const one = totals(s0, s1);
    const two = totals(s2, s3);
    v128.store(result, f64x2.sqrt(one));
    v128.store(result, f64x2.sqrt(two), 16);
  }
}
