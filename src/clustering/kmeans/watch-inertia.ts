/**
 * Tells when mini-batches stop helping: the moving average of their inertia has not fallen to a new low for so many
 * batches. The average looks back over about half of the rows, as scikit-learn's does.
 *
 * @param rows the number of rows
 * @param batchRows the number of rows of a batch
 * @param patience how many batches may pass without a new low; 0 for no limit
 * @returns a function that takes the inertia of each batch in turn and returns whether to stop
 */
export function watchInertia(rows: number, batchRows: number, patience: number): (inertia: number) => boolean {
  const share = Math.min(1, (2 * batchRows) / (rows + 1));
  let batches = 0;
  let average = Number.NaN;
  let lowest = Number.POSITIVE_INFINITY;
  let without = 0;
  return (inertia) => {
    // the first one belongs to the start
    if (++batches === 1) return false;
    average = batches === 2 ? inertia : average * (1 - share) + inertia * share;
    if (average < lowest) {
      lowest = average;
      without = 0;
    } else {
      without++;
    }
    return patience > 0 && without >= patience;
  };
}
