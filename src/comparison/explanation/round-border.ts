/**
 * The number with the fewest figures that parts two neighbouring values, the nearest such to their middle: `below` < border ≤ `above`.
 * Between whole numbers it is whole: 3 | 4 gives 4, 57 | 61 gives 60, 0.312 | 0.331 gives 0.32.
 */
export function roundBorder(below: number, above: number): number {
  const middle = below + (above - below) / 2;
  const isWhole = Number.isInteger(below) && Number.isInteger(above);
  for (let figures = 1; figures <= 17; figures++) {
    const border = Number(middle.toPrecision(figures));
    if (border > below && border <= above && (!isWhole || Number.isInteger(border))) return border;
  }
  return above;
}
