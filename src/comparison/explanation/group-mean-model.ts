/**
 * Predicts each customer's outcome out of fold by the mean of their group among the other folds, drawn towards the mean
 * of all by the weight of one customer, so that a group of nobody or of zeros still gives a number above 0.
 *
 * @param groups the group of each customer
 * @param outcome what is to be predicted, one a customer
 * @param fold the fold of each customer, 0 …
 * @returns one prediction a customer
 */
export function groupMeanPredictions(
  groups: ArrayLike<number | string>,
  outcome: Float64Array,
  fold: Int32Array,
): Float64Array {
  const folds = fold.reduce((most, own) => Math.max(most, own + 1), 0);
  const predicted: Float64Array = new Float64Array(outcome.length);
  // in the order of amounts, so that the order of rows changes no digit
  const order = Array.from(outcome.keys()).sort((a, b) => outcome[a]! - outcome[b]!);
  for (let aside = 0; aside < folds; aside++) {
    const sums = new Map<number | string, { customers: number; sum: number }>();
    let [customers, sum] = [0, 0];
    for (const i of order) {
      if (fold[i] === aside) continue;
      const group = sums.get(groups[i]!) ?? { customers: 0, sum: 0 };
      sums.set(groups[i]!, { customers: group.customers + 1, sum: group.sum + outcome[i]! });
      customers++;
      sum += outcome[i]!;
    }
    const all = sum / customers;
    for (const i of order) {
      if (fold[i] !== aside) continue;
      const group = sums.get(groups[i]!) ?? { customers: 0, sum: 0 };
      predicted[i] = (group.sum + all) / (group.customers + 1);
    }
  }
  return predicted;
}

/** Twice the log-likelihood that a Poisson mean misses: 0 where it is the outcome itself. */
export function poissonDeviance(outcome: number, mean: number): number {
  return 2 * ((outcome === 0 ? 0 : outcome * Math.log(outcome / mean)) - outcome + mean);
}
