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

/** Distances of row i to the rows of a list. */
export function distancesToList(rows: usize, stride: usize, i: i32, list: usize, count: i32, result: usize): void {
  const own = rows + <usize>i * stride;
  for (let p = 0; p < count; p += 2, list += 8, result += 16) {
    const r0 = rows + <usize>load<i32>(list) * stride;
    // behind the end of an odd list stands any row
    const r1 = rows + <usize>load<i32>(list, 4) * stride;
    let s0 = f64x2.splat(0);
    let s1 = s0;
    for (let j: usize = 0; j < stride; j += 16) {
      const x = v128.load(own + j);
      s0 = step(s0, x, r0 + j);
      s1 = step(s1, x, r1 + j);
    }
    v128.store(result, f64x2.sqrt(totals(s0, s1)));
  }
}

/** Adds the distances of four rows to those from … to - 1 to the sums of the slots in which these lie. */
export function addToFour(distances: usize, slots: usize, from: i32, to: i32, sums: usize): void {
  for (let q = from; q < to; q++, distances += 32) {
    const sum = sums + ((<usize>load<i32>(slots + ((<usize>q) << 2))) << 5);
    v128.store(sum, f64x2.add(v128.load(sum), v128.load(distances)));
    v128.store(sum, f64x2.add(v128.load(sum, 16), v128.load(distances, 16)), 16);
  }
}

/**
 * Adds the same distances to the sums of the rows from … to - 1, a multiple of four, for the slots in which the four
 * rows i … i + 3 lie; `step` is from the sums of four rows to those of the next four.
 */
export function addFromFour(
  distances: usize,
  slots: usize,
  i: i32,
  from: i32,
  to: i32,
  sums: usize,
  step: usize,
): void {
  const own = slots + ((<usize>i) << 2);
  const at0 = (<usize>load<i32>(own)) << 5;
  const at1 = (<usize>load<i32>(own, 4)) << 5;
  const at2 = (<usize>load<i32>(own, 8)) << 5;
  const at3 = (<usize>load<i32>(own, 12)) << 5;
  sums += <usize>(from >> 2) * step;
  for (let q = from; q < to; q += 4, distances += 128, sums += step) {
    const a = v128.load(distances);
    const b = v128.load(distances, 16);
    const c = v128.load(distances, 32);
    const d = v128.load(distances, 48);
    const e = v128.load(distances, 64);
    const f = v128.load(distances, 80);
    const g = v128.load(distances, 96);
    const h = v128.load(distances, 112);
    add(sums + at0, i64x2.shuffle(a, c, 0, 2), i64x2.shuffle(e, g, 0, 2));
    add(sums + at1, i64x2.shuffle(a, c, 1, 3), i64x2.shuffle(e, g, 1, 3));
    add(sums + at2, i64x2.shuffle(b, d, 0, 2), i64x2.shuffle(f, h, 0, 2));
    add(sums + at3, i64x2.shuffle(b, d, 1, 3), i64x2.shuffle(f, h, 1, 3));
  }
}

function add(sum: usize, one: v128, two: v128): void {
  v128.store(sum, f64x2.add(v128.load(sum), one));
  v128.store(sum, f64x2.add(v128.load(sum, 16), two), 16);
}
