/**
 * The edges … 1, 2, 5, 10, 20, 50 … on which skewed amounts are counted: narrow where values are small, wide where
 * they are large, and readable.
 *
 * @param from the smallest edge above 0, a power of ten
 * @param to the greatest edge, a power of ten
 * @returns ascending edges: the negative ones, 0, the positive ones
 */
export function roundEdges(from: number, to: number): number[] {
  const edges: number[] = [];
  for (let power = Math.round(Math.log10(from)); power < Math.round(Math.log10(to)); power++) {
    // written as text, so that an edge is exactly 0.02 and not 0.020000000000000004
    edges.push(...[1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  }
  edges.push(to);
  return [...edges.map((edge) => -edge).reverse(), 0, ...edges];
}
