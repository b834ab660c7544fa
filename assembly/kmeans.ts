import { squaredDistance, step, totals } from "./squared-distance";

/**
 * k-means: `assignRows` of assign-rows.ts; `k` is filled up to a multiple of four with centres at infinity; `away`
 * holds how far the others of each centre went at most, `list` is room for one number a row.
 */
export function assignRows(
  rows: usize,
  stride: usize,
  centres: usize,
  k: i32,
  labels: usize,
  upper: usize,
  lower: usize,
  moved: usize,
  away: usize,
  half: usize,
  sums: usize,
  counts: usize,
  list: usize,
  slack: f64,
  from: i32,
  to: i32,
): i32 {
  // rows are passed on in lists: whether a bound holds cannot be foreseen, and a branch would wait for it
  let doubtful = 0;
  for (let i = from; i < to; i++) {
    const own = load<i32>(labels + ((<usize>i) << 2));
    const down = lower + ((<usize>i) << 3);
    const up = upper + ((<usize>i) << 3);
    const low = load<f64>(down) - load<f64>(away + ((<usize>own) << 3));
    const high = load<f64>(up) + load<f64>(moved + ((<usize>own) << 3));
    store<f64>(down, low);
    store<f64>(up, high);
    store<i32>(list + ((<usize>doubtful) << 2), i);
    doubtful += <i32>!(high < boundOf(half, own, low, slack));
  }
  let open = 0;
  for (let p = 0; p < doubtful; p++) {
    const i = load<i32>(list + ((<usize>p) << 2));
    const own = load<i32>(labels + ((<usize>i) << 2));
    const high = Math.sqrt(squaredDistance(rows + <usize>i * stride, centres + <usize>own * stride, stride));
    store<f64>(upper + ((<usize>i) << 3), high);
    store<i32>(list + ((<usize>open) << 2), i);
    open += <i32>!(high < boundOf(half, own, load<f64>(lower + ((<usize>i) << 3)), slack));
  }
  let changed = 0;
  const last = centres + <usize>k * stride;
  const four = f64x2.splat(4);
  const infinite = f64x2.splat(Infinity);
  for (let p = 0; p < open; p++) {
    const i = load<i32>(list + ((<usize>p) << 2));
    const x = rows + <usize>i * stride;
    // four centres at once, and no branch: which one is nearer cannot be foreseen
    let best01 = f64x2.splat(Infinity);
    let best23 = best01;
    let next01 = best01;
    let next23 = best01;
    let at01 = f64x2.splat(0);
    let at23 = at01;
    let c01 = f64x2(0, 1);
    let c23 = f64x2(2, 3);
    for (let c = centres; c < last; c += 4 * stride) {
      let s0 = f64x2.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let q = c;
      for (let j: usize = 0; j < stride; j += 16, q += 16) {
        const value = v128.load(x + j);
        s0 = step(s0, value, q);
        s1 = step(s1, value, q + stride);
        s2 = step(s2, value, q + 2 * stride);
        s3 = step(s3, value, q + 3 * stride);
      }
      const d01 = totals(s0, s1);
      const d23 = totals(s2, s3);
      at01 = v128.bitselect(c01, at01, f64x2.lt(d01, best01));
      at23 = v128.bitselect(c23, at23, f64x2.lt(d23, best23));
      next01 = f64x2.pmin(next01, f64x2.pmax(best01, d01));
      next23 = f64x2.pmin(next23, f64x2.pmax(best23, d23));
      best01 = f64x2.pmin(best01, d01);
      best23 = f64x2.pmin(best23, d23);
      c01 = f64x2.add(c01, four);
      c23 = f64x2.add(c23, four);
    }
    let next = f64x2.pmin(f64x2.pmin(next01, next23), f64x2.pmax(best01, best23));
    let best = f64x2.pmin(best01, best23);
    const other = turned(best);
    next = f64x2.pmin(f64x2.pmin(next, turned(next)), f64x2.pmax(best, other));
    best = f64x2.pmin(best, other);
    // in a tie the lowest-numbered centre
    at01 = v128.bitselect(at01, infinite, f64x2.eq(best01, best));
    at23 = v128.bitselect(at23, infinite, f64x2.eq(best23, best));
    at01 = f64x2.pmin(at01, at23);
    const nearest = <i32>f64x2.extract_lane(f64x2.pmin(at01, turned(at01)), 0);
    store<f64>(upper + ((<usize>i) << 3), f64x2.extract_lane(f64x2.sqrt(best), 0));
    store<f64>(lower + ((<usize>i) << 3), f64x2.extract_lane(f64x2.sqrt(next), 0));
    const own = load<i32>(labels + ((<usize>i) << 2));
    if (nearest !== own) {
      store<i32>(labels + ((<usize>i) << 2), nearest);
      move(x, stride, sums, counts, own, nearest);
      changed++;
    }
  }
  return changed;
}

/** What the distance to the own centre must be below for the others not to matter. */
function boundOf(half: usize, own: i32, low: f64, slack: f64): f64 {
  const gap = load<f64>(half + ((<usize>own) << 3));
  // the larger of the two: numbers that are neither infinite with the other sign nor missing
  return f64x2.extract_lane(f64x2.pmax(f64x2.splat(gap), f64x2.splat(low)), 0) - slack;
}

/** Takes a row out of the sum of one centre and into that of another. */
function move(row: usize, stride: usize, sums: usize, counts: usize, own: i32, nearest: i32): void {
  const from = sums + <usize>own * stride;
  const to = sums + <usize>nearest * stride;
  for (let at: usize = 0; at < stride; at += 16) {
    const x = v128.load(row + at);
    v128.store(from + at, f64x2.sub(v128.load(from + at), x));
    v128.store(to + at, f64x2.add(v128.load(to + at), x));
  }
  const n = counts + ((<usize>own) << 2);
  const m = counts + ((<usize>nearest) << 2);
  store<i32>(n, load<i32>(n) - 1);
  store<i32>(m, load<i32>(m) + 1);
}

function turned(pair: v128): v128 {
  return i64x2.shuffle(pair, pair, 1, 0);
}

/** k-means: the sums of the rows of each centre, and how many there are. */
export function sumRows(rows: usize, stride: usize, labels: usize, count: i32, sums: usize, counts: usize): void {
  for (let i = 0; i < count; i++) {
    const label = load<i32>(labels + ((<usize>i) << 2));
    const n = counts + ((<usize>label) << 2);
    store<i32>(n, load<i32>(n) + 1);
    const row = rows + <usize>i * stride;
    const sum = sums + <usize>label * stride;
    for (let at: usize = 0; at < stride; at += 16) {
      v128.store(sum + at, f64x2.add(v128.load(sum + at), v128.load(row + at)));
    }
  }
}

/** k-means++: the squared distances to the nearest centre if a row became one too; returns their sum. */
export function shorten(rows: usize, stride: usize, count: i32, row: i32, nearest: usize, result: usize): f64 {
  const own = rows + <usize>row * stride;
  let sum = f64x2.splat(0);
  let at = rows;
  const last = nearest + ((<usize>count) << 3);
  for (; nearest + 8 < last; nearest += 16, result += 16, at += 2 * stride) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    for (let j: usize = 0; j < stride; j += 16) {
      const x = v128.load(own + j);
      s0 = step(s0, x, at + j);
      s1 = step(s1, x, at + stride + j);
    }
    const shorter = f64x2.pmin(v128.load(nearest), totals(s0, s1));
    v128.store(result, shorter);
    sum = f64x2.add(sum, shorter);
  }
  let even = f64x2.extract_lane(sum, 0);
  if (nearest < last) {
    const shorter = Math.min(load<f64>(nearest), squaredDistance(own, at, stride));
    store<f64>(result, shorter);
    even += shorter;
  }
  return even + f64x2.extract_lane(sum, 1);
}

/** The sum of the rows' squared distances to their centres. */
export function inertiaOf(rows: usize, stride: usize, centres: usize, labels: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) {
    const centre = centres + <usize>load<i32>(labels + ((<usize>i) << 2)) * stride;
    sum += squaredDistance(rows + <usize>i * stride, centre, stride);
  }
  return sum;
}
