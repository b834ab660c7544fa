/** Moves packed rows to where they stand one stride apart, the first at `to`, not behind `from`; fills odd ones up with a zero. */
export function spreadRows(from: usize, count: i32, width: i32, to: usize, stride: usize): void {
  const packed = (<usize>width) << 3;
  for (let i = 0; i < count; i++, from += packed, to += stride) {
    for (let at: usize = 0; at < packed; at += 8) store<f64>(to + at, load<f64>(from + at));
    if (packed < stride) store<f64>(to + packed, 0);
  }
}

/** The largest absolute value of all rows. */
export function largestValue(rows: usize, stride: usize, count: i32): f64 {
  let most = f64x2.splat(0);
  const end = rows + <usize>count * stride;
  for (let at = rows; at < end; at += 16) most = f64x2.max(most, f64x2.abs(v128.load(at)));
  return Math.max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
}

/** Adds all rows, column by column, to `sums`. */
export function addRows(rows: usize, stride: usize, count: i32, sums: usize): void {
  const end = rows + <usize>count * stride;
  for (let at = rows; at < end; at += stride) {
    for (let j: usize = 0; j < stride; j += 16) {
      v128.store(sums + j, f64x2.add(v128.load(sums + j), v128.load(at + j)));
    }
  }
}

/** Adds the squared differences of all rows from `centre`, column by column, to `sums`. */
export function addSquares(rows: usize, stride: usize, count: i32, centre: usize, sums: usize): void {
  const end = rows + <usize>count * stride;
  for (let at = rows; at < end; at += stride) {
    for (let j: usize = 0; j < stride; j += 16) {
      const gap = f64x2.sub(v128.load(at + j), v128.load(centre + j));
      v128.store(sums + j, f64x2.add(v128.load(sums + j), f64x2.mul(gap, gap)));
    }
  }
}
