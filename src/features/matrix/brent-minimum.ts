const golden = (3 - Math.sqrt(5)) / 2;

/**
 * The place between `low` and `high` where a function of one number with a single valley is least.
 *
 * Brent (1973), "Algorithms for Minimization without Derivatives", chapter 5: parabolas, and golden sections where a
 * parabola would not do.
 *
 * @param f the function; a value that is not finite counts as infinitely high
 * @param tolerance how near in x, beside the square root of the machine's precision
 */
export function brentMinimum(f: (x: number) => number, low: number, high: number, tolerance = 1.48e-8): number {
  const valueAt = (x: number): number => {
    const value = f(x);
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
  let [a, b] = [low, high];
  let best = a + golden * (b - a);
  let [second, third] = [best, best];
  let bestValue = valueAt(best);
  let [secondValue, thirdValue] = [bestValue, bestValue];
  let step = 0;
  let stepBefore = 0;

  for (let i = 0; i < 500; i++) {
    const middle = (a + b) / 2;
    const near = Math.sqrt(Number.EPSILON) * Math.abs(best) + tolerance / 3;
    if (Math.abs(best - middle) <= 2 * near - (b - a) / 2) break;

    let isParabola = false;
    if (Math.abs(stepBefore) > near) {
      const r = (best - second) * (bestValue - thirdValue);
      let q = (best - third) * (bestValue - secondValue);
      let p = (best - third) * q - (best - second) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      // a step that halves the one before last and stays inside
      if (Math.abs(p) < Math.abs((q * stepBefore) / 2) && p > q * (a - best) && p < q * (b - best)) {
        stepBefore = step;
        step = p / q;
        const next = best + step;
        if (next - a < 2 * near || b - next < 2 * near) step = middle >= best ? near : -near;
        isParabola = true;
      }
    }
    if (!isParabola) {
      stepBefore = best >= middle ? a - best : b - best;
      step = golden * stepBefore;
    }

    const x = best + (step >= 0 ? 1 : -1) * Math.max(Math.abs(step), near);
    const value = valueAt(x);
    if (value <= bestValue) {
      if (x >= best) a = best;
      else b = best;
      [third, thirdValue, second, secondValue] = [second, secondValue, best, bestValue];
      [best, bestValue] = [x, value];
    } else {
      if (x < best) a = x;
      else b = x;
      if (value <= secondValue || second === best) {
        [third, thirdValue, second, secondValue] = [second, secondValue, x, value];
      } else if (value <= thirdValue || third === best || third === second) {
        [third, thirdValue] = [x, value];
      }
    }
  }
  return best;
}
