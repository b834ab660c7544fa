/** ln 2 as a sum, as in src/clustering/mixture/exponential.ts */
const upper: f64 = 0.6931467056274414;
const lower: f64 = 4.7493250390316726e-7;

/** c + r · d */
function line(c: f64, r: v128, d: f64): v128 {
  return f64x2.add(f64x2.splat(c), f64x2.mul(r, f64x2.splat(d)));
}

/** The exponential function of two numbers of −50 … 0: `exponential` of exponential.ts. */
export function exponentials(x: v128): v128 {
  const n = f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(Math.LOG2E)), f64x2.splat(0.5)));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, f64x2.splat(upper))), f64x2.mul(n, f64x2.splat(lower)));
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const first = f64x2.add(line(1, r, 1), f64x2.mul(r2, line(1.0 / 2.0, r, 1.0 / 6.0)));
  const second = f64x2.add(line(1.0 / 24.0, r, 1.0 / 120.0), f64x2.mul(r2, line(1.0 / 720.0, r, 1.0 / 5040.0)));
  const third = f64x2.add(
    line(1.0 / 40320.0, r, 1.0 / 362880.0),
    f64x2.mul(r2, line(1.0 / 3628800.0, r, 1.0 / 39916800.0)),
  );
  const fourth = line(1.0 / 479001600.0, r, 1.0 / 6227020800.0);
  const high = f64x2.mul(f64x2.mul(r4, r4), f64x2.add(third, f64x2.mul(r4, fourth)));
  const sum = f64x2.add(f64x2.add(first, f64x2.mul(r4, second)), high);
  // the exponent's bits of 2 to the power of n
  const bits = i64x2.shl(i64x2.add(i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(n)), i64x2.splat(1023)), 52);
  return f64x2.mul(sum, bits);
}
