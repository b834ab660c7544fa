/** ln 2 as a sum: the first part has 21 digits only, so that whole multiples of it are exact. */
const upper = 0.6931467056274414;
const lower = 4.7493250390316726e-7;

/** 2 to the power of −n */
const halvings = Float64Array.from({ length: 80 }, (_, n) => 2 ** -n);

/** The exponential of less vanishes in every sum of shares. */
export const negligible = -50;

/**
 * The exponential function of `negligible` … 0 within two units in the last place: what is left of a number without its whole
 * multiples of ln 2 by the Taylor series. The kernel `shareRows` computes the same digits for two numbers at once; those of
 * Math.exp are the engine's own.
 */
export function exponential(x: number): number {
  const n = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - n * upper - n * lower;
  const r2 = r * r;
  const r4 = r2 * r2;
  const first = 1 + r + r2 * (1 / 2 + r * (1 / 6));
  const second = 1 / 24 + r * (1 / 120) + r2 * (1 / 720 + r * (1 / 5040));
  const third = 1 / 40320 + r * (1 / 362880) + r2 * (1 / 3628800 + r * (1 / 39916800));
  const fourth = 1 / 479001600 + r * (1 / 6227020800);
  return (first + r4 * second + r4 * r4 * (third + r4 * fourth)) * halvings[-n]!;
}
