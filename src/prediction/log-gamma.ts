// B(2i) / (2i (2i − 1)) of the Stirling series
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
// B(2i) / 2i
const bernoulli = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/**
 * The logarithm of the gamma function of a number above 0, to about 14 digits: the Stirling series from 10 upwards,
 * and the recurrence below (Abramowitz and Stegun 1964, 6.1.41 and 6.1.15).
 */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < 10; at++) product *= at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series(stirling, at) * at - Math.log(product);
}

/** The slope of `logGamma` (Abramowitz and Stegun 1964, 6.3.18 and 6.3.5). */
export function digamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < 10; at++) sum += 1 / at;
  return Math.log(at) - 0.5 / at - series(bernoulli, at) - sum;
}

/** c₁ / x² + c₂ / x⁴ + … */
function series(coefficients: readonly number[], x: number): number {
  const inverse = 1 / (x * x);
  return coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * inverse, 0);
}
