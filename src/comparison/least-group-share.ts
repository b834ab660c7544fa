/** A cluster of less than this share of the rows is too small to act on. */
export const leastGroupShare = 0.01;
