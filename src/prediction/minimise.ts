/** Where a function is least. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly slope: Float64Array;
  readonly iterations: number;
}

/** A function of some numbers that also writes its slope into `slope`; not a number where it is not defined. */
export type SlopedFunction = (at: Float64Array, slope: Float64Array) => number;

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/**
 * Goes downhill from `start` to where the slope vanishes: BFGS with the whole inverse Hessian, which for a handful of
 * numbers is no larger than the memory of L-BFGS, and steps halved until they are worth it (Nocedal and Wright 2006,
 * algorithm 6.1 and section 3.1).
 *
 * @param tolerance how small the largest slope has to be; the search also ends where steps gain no more than rounding
 */
export function minimise(f: SlopedFunction, start: Float64Array, tolerance = 1e-8, most = 500): Minimum {
  const n = start.length;
  let at = start.slice();
  let slope = new Float64Array(n);
  let value = f(at, slope);
  let inverse = identity(n);
  let iterations = 0;
  for (; iterations < most && slope.some((one) => Math.abs(one) > tolerance); iterations++) {
    let step = inverse.map((row) => -dot(row, slope));
    let descent = step.reduce((sum, one, i) => sum + one * slope[i]!, 0);
    if (!(descent < 0)) {
      inverse = identity(n);
      step = Array.from(slope, (one) => -one);
      descent = -dot(slope, slope);
    }
    // logarithms that move by more than 2 at once lead into flat country
    let scale = Math.min(1, 2 / Math.max(...step.map(Math.abs)));
    const next = new Float64Array(n);
    const nextSlope = new Float64Array(n);
    let nextValue = Number.NaN;
    for (let halvings = 0; halvings < 40; halvings++, scale /= 2) {
      next.set(at.map((one, i) => one + scale * step[i]!));
      nextValue = f(next, nextSlope);
      if (nextValue <= value + 1e-4 * scale * descent) break;
      nextValue = Number.NaN;
    }
    if (Number.isNaN(nextValue)) break;
    const gain = value - nextValue;
    inverse = updated(
      inverse,
      next.map((one, i) => one - at[i]!),
      nextSlope.map((one, i) => one - slope[i]!),
    );
    [at, slope, value] = [next, nextSlope, nextValue];
    if (gain <= 1e-14 * Math.abs(value)) break;
  }
  return { at, value, slope, iterations };
}

function identity(n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => Number(i === j)));
}

/** The inverse Hessian after a step `s` that changed the slope by `y`; the same where they tell nothing. */
function updated(inverse: Float64Array[], s: Float64Array, y: Float64Array): Float64Array[] {
  const sy = dot(s, y);
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse;
  const hy = Float64Array.from(inverse, (row) => dot(row, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) =>
    row.map((value, j) => value + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy),
  );
}
