/** Customers in a block: as many as the embedded shop has. */
export const blockSize = 1500;

/** How many customers each block of a shop takes; the last takes the rest, so that none is too small for all personas. */
export function blockSizes(customers: number): number[] {
  const whole = Math.max(1, Math.floor(customers / blockSize));
  return Array.from({ length: whole }, (_, i) => (i < whole - 1 ? blockSize : customers - i * blockSize));
}
