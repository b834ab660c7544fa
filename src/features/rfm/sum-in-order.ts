/** A sum that does not depend on the order of its amounts, without the dust of binary fractions. */
export function sumInOrder(amounts: ArrayLike<number>): number {
  const sum = Float64Array.from(amounts)
    .sort()
    .reduce((total, amount) => total + amount, 0);
  return Number(sum.toPrecision(15));
}
