import { step, totals } from "./squared-distance";

/**
 * Ward's linkage: of the clusters in a list, ascending, which one is nearest to `a`; its place, the first in a tie.
 * The list has a number more than `count`, where that is odd.
 */
export function nearestByWard(centres: usize, stride: usize, sizes: usize, a: i32, list: usize, count: i32): i32 {
  const own = centres + <usize>a * stride;
  const size = f64x2.splat(load<f64>(sizes + ((<usize>a) << 3)));
  const twice = f64x2.add(size, size);
  let best: f64 = Infinity;
  let bound = f64x2.splat(best);
  let nearest = -1;
  for (let p = 0; p < count; p += 2, list += 8) {
    const b0 = <usize>load<i32>(list);
    const b1 = <usize>load<i32>(list, 4);
    const r0 = centres + b0 * stride;
    const r1 = centres + b1 * stride;
    let s0 = f64x2.splat(0);
    let s1 = s0;
    for (let j: usize = 0; j < stride; j += 16) {
      const x = v128.load(own + j);
      s0 = step(s0, x, r0 + j);
      s1 = step(s1, x, r1 + j);
    }
    const others = f64x2.replace_lane(f64x2.splat(load<f64>(sizes + (b0 << 3))), 1, load<f64>(sizes + (b1 << 3)));
    const weight = f64x2.div(f64x2.mul(twice, others), f64x2.add(size, others));
    const distances = f64x2.mul(weight, totals(s0, s1));
    if (!v128.any_true(f64x2.lt(distances, bound))) continue;
    const d0 = f64x2.extract_lane(distances, 0);
    const d1 = f64x2.extract_lane(distances, 1);
    if (d0 < best && <i32>b0 !== a) {
      best = d0;
      nearest = p;
    }
    if (d1 < best && <i32>b1 !== a && p + 1 < count) {
      best = d1;
      nearest = p + 1;
    }
    bound = f64x2.splat(best);
  }
  return nearest;
}

/**
 * Single linkage: measures from `row` to the rows of a list, which keep their least squared distance so far in `least`
 * and the row it came from in `from`; returns the place of the least of all, the first in a tie. The arrays have a number
 * more than `count`, where that is odd.
 */
export function reach(rows: usize, stride: usize, row: i32, list: usize, count: i32, least: usize, from: usize): i32 {
  const own = rows + <usize>row * stride;
  let best: f64 = Infinity;
  let bound = f64x2.splat(best);
  let nearest = 0;
  for (let p = 0; p < count; p += 2, list += 8, from += 8, least += 16) {
    const r0 = rows + <usize>load<i32>(list) * stride;
    const r1 = rows + <usize>load<i32>(list, 4) * stride;
    let s0 = f64x2.splat(0);
    let s1 = s0;
    for (let j: usize = 0; j < stride; j += 16) {
      const x = v128.load(own + j);
      s0 = step(s0, x, r0 + j);
      s1 = step(s1, x, r1 + j);
    }
    let kept = v128.load(least);
    const distances = totals(s0, s1);
    const shorter = f64x2.lt(distances, kept);
    if (v128.any_true(shorter)) {
      kept = f64x2.pmin(kept, distances);
      v128.store(least, kept);
      if (i64x2.extract_lane(shorter, 0)) store<i32>(from, row);
      if (i64x2.extract_lane(shorter, 1)) store<i32>(from, row, 4);
    }
    if (!v128.any_true(f64x2.lt(kept, bound))) continue;
    const d0 = f64x2.extract_lane(kept, 0);
    const d1 = f64x2.extract_lane(kept, 1);
    if (d0 < best) {
      best = d0;
      nearest = p;
    }
    if (d1 < best && p + 1 < count) {
      best = d1;
      nearest = p + 1;
    }
    bound = f64x2.splat(best);
  }
  return nearest;
}
