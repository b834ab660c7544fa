import { exponentials } from "./exponential";
import { totals } from "./squared-distance";

/** the bytes of one column of a tile of four rows */
const column: usize = 32;

/**
 * Gaussian mixtures: `fullDistances` of tile-distances.ts for `count` tiles, an even number, two of them at once;
 * `scratch` is room for eight numbers a column.
 */
export function tileDistances(
  tiles: usize,
  count: i32,
  width: i32,
  mean: usize,
  factors: usize,
  scratch: usize,
  distances: usize,
): void {
  const size = <usize>width * column;
  const row = (<usize>width) << 3;
  for (let t = 0; t < count; t += 2, tiles += 2 * size, distances += 64) {
    let d = scratch;
    for (let j: usize = 0; j < row; j += 8, d += 64) {
      differ(tiles + (j << 2), mean + j, d);
      differ(tiles + size + (j << 2), mean + j, d + column);
    }
    let q0 = f64x2.splat(0);
    let q1 = q0;
    let q2 = q0;
    let q3 = q0;
    let one = factors;
    let end: usize = 0;
    for (; end + 8 < row; end += 16, one += 2 * row) {
      const two = one + row;
      let a0 = f64x2.splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b0 = a0;
      let b1 = a0;
      let b2 = a0;
      let b3 = a0;
      d = scratch;
      for (let j: usize = 0; j <= end; j += 8, d += 64) {
        const f = v128.load64_splat(one + j);
        const g = v128.load64_splat(two + j);
        const d0 = v128.load(d);
        const d1 = v128.load(d, 16);
        const d2 = v128.load(d, 32);
        const d3 = v128.load(d, 48);
        a0 = f64x2.add(a0, f64x2.mul(f, d0));
        a1 = f64x2.add(a1, f64x2.mul(f, d1));
        a2 = f64x2.add(a2, f64x2.mul(f, d2));
        a3 = f64x2.add(a3, f64x2.mul(f, d3));
        b0 = f64x2.add(b0, f64x2.mul(g, d0));
        b1 = f64x2.add(b1, f64x2.mul(g, d1));
        b2 = f64x2.add(b2, f64x2.mul(g, d2));
        b3 = f64x2.add(b3, f64x2.mul(g, d3));
      }
      const g = v128.load64_splat(two + end + 8);
      b0 = f64x2.add(b0, f64x2.mul(g, v128.load(d)));
      b1 = f64x2.add(b1, f64x2.mul(g, v128.load(d, 16)));
      b2 = f64x2.add(b2, f64x2.mul(g, v128.load(d, 32)));
      b3 = f64x2.add(b3, f64x2.mul(g, v128.load(d, 48)));
      q0 = f64x2.add(q0, f64x2.add(f64x2.mul(a0, a0), f64x2.mul(b0, b0)));
      q1 = f64x2.add(q1, f64x2.add(f64x2.mul(a1, a1), f64x2.mul(b1, b1)));
      q2 = f64x2.add(q2, f64x2.add(f64x2.mul(a2, a2), f64x2.mul(b2, b2)));
      q3 = f64x2.add(q3, f64x2.add(f64x2.mul(a3, a3), f64x2.mul(b3, b3)));
    }
    if (end < row) {
      let a0 = f64x2.splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      d = scratch;
      for (let j: usize = 0; j < row; j += 8, d += 64) {
        const f = v128.load64_splat(one + j);
        a0 = f64x2.add(a0, f64x2.mul(f, v128.load(d)));
        a1 = f64x2.add(a1, f64x2.mul(f, v128.load(d, 16)));
        a2 = f64x2.add(a2, f64x2.mul(f, v128.load(d, 32)));
        a3 = f64x2.add(a3, f64x2.mul(f, v128.load(d, 48)));
      }
      q0 = f64x2.add(q0, f64x2.mul(a0, a0));
      q1 = f64x2.add(q1, f64x2.mul(a1, a1));
      q2 = f64x2.add(q2, f64x2.mul(a2, a2));
      q3 = f64x2.add(q3, f64x2.mul(a3, a3));
    }
    v128.store(distances, q0);
    v128.store(distances, q1, 16);
    v128.store(distances, q2, 32);
    v128.store(distances, q3, 48);
  }
}

/** How four rows differ from a mean in one column. */
function differ(tile: usize, mean: usize, to: usize): void {
  const centre = v128.load64_splat(mean);
  v128.store(to, f64x2.sub(v128.load(tile), centre));
  v128.store(to, f64x2.sub(v128.load(tile, 16), centre), 16);
}

/**
 * Gaussian mixtures: `shareRow` of share-row.ts for an even number of rows, two at once, but for its logarithm.
 *
 * @param shares component after component `step` bytes: the squared distances of the rows, overwritten with their memberships
 * @param largest one a row, written: the logarithm of the largest weighted density
 * @param sums one a row, written: what all of them sum to as shares of the largest
 */
export function shareRows(
  peaks: usize,
  components: i32,
  shares: usize,
  step: usize,
  rows: i32,
  largest: usize,
  sums: usize,
): void {
  const end = shares + <usize>components * step;
  const negligible = f64x2.splat(-50);
  for (let r = 0; r < rows; r += 2, shares += 16, largest += 16, sums += 16) {
    let most = f64x2.splat(-Infinity);
    let peak = peaks;
    for (let at = shares; at < end; at += step, peak += 8) {
      const log = f64x2.sub(v128.load64_splat(peak), f64x2.mul(v128.load(at), f64x2.splat(0.5)));
      v128.store(at, log);
      most = v128.bitselect(log, most, f64x2.gt(log, most));
    }
    let sum = f64x2.splat(0);
    for (let at = shares; at < end; at += step) {
      const log = f64x2.sub(v128.load(at), most);
      const share = v128.andnot(exponentials(log), f64x2.lt(log, negligible));
      v128.store(at, share);
      sum = f64x2.add(sum, share);
    }
    for (let at = shares; at < end; at += step) v128.store(at, f64x2.div(v128.load(at), sum));
    v128.store(largest, most);
    v128.store(sums, sum);
  }
}

/**
 * Gaussian mixtures: `addTile` of mixture-sums.ts for `count` tiles and one component. `products` stand in pairs of rows
 * of the matrix: column after column the numbers of both. `scratch` is room for eight numbers a column, of an even number
 * of columns; its columns behind the last are zeros.
 */
export function addTiles(
  tiles: usize,
  count: i32,
  width: i32,
  mean: usize,
  shares: usize,
  scratch: usize,
  rows: usize,
  differences: usize,
  products: usize,
): void {
  const row = (<usize>width) << 3;
  for (let t = 0; t < count; t++, tiles += <usize>width * column, shares += column) {
    const w01 = v128.load(shares);
    const w23 = v128.load(shares, 16);
    const both = f64x2.add(w01, w23);
    const sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    if (sum === 0) continue;
    store<f64>(rows, load<f64>(rows) + sum);
    // per column how four rows differ, and the same times their shares
    let d = scratch;
    for (let j: usize = 0; j < row; j += 8, d += 64) {
      differ(tiles + (j << 2), mean + j, d);
      v128.store(d, f64x2.mul(w01, v128.load(d)), 32);
      v128.store(d, f64x2.mul(w23, v128.load(d, 16)), 48);
    }
    let pair = products;
    d = scratch;
    for (let i: usize = 0; i < row; i += 16, d += 128, pair += 2 * row) {
      const a01 = v128.load(d, 32);
      const a23 = v128.load(d, 48);
      const b01 = v128.load(d, 96);
      const b23 = v128.load(d, 112);
      const moved = totals(f64x2.add(a01, a23), f64x2.add(b01, b23));
      v128.store(differences + i, f64x2.add(v128.load(differences + i), moved));
      const end = min(i + 16, row);
      let q = scratch;
      let to = pair;
      for (let j: usize = 0; j < end; j += 8, q += 64, to += 16) {
        const d01 = v128.load(q);
        const d23 = v128.load(q, 16);
        const one = f64x2.add(f64x2.mul(a01, d01), f64x2.mul(a23, d23));
        const two = f64x2.add(f64x2.mul(b01, d01), f64x2.mul(b23, d23));
        v128.store(to, f64x2.add(v128.load(to), totals(one, two)));
      }
    }
  }
}
