// even columns are summed beside odd ones, as in src/clustering/squared-distance.ts

/** Adds the squared differences of two columns to their sums. */
export function step(sum: v128, own: v128, other: usize): v128 {
  const gap = f64x2.sub(own, v128.load(other));
  return f64x2.add(sum, f64x2.mul(gap, gap));
}

function total(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

export function squaredDistance(a: usize, b: usize, stride: usize): f64 {
  let sum = f64x2.splat(0);
  for (let at: usize = 0; at < stride; at += 16) sum = step(sum, v128.load(a + at), b + at);
  return total(sum);
}

/** The sums of two pairs of lanes, side by side. */
export function totals(one: v128, two: v128): v128 {
  return f64x2.add(i64x2.shuffle(one, two, 0, 2), i64x2.shuffle(one, two, 1, 3));
}
