import { matchedContingency } from "../clustering/metrics/matched-contingency.js";

/**
 * Gives the clusters of a clustering the colours of those of another that hold most of the same customers (Hungarian
 * method); clusters without a match get colours that the other does not use.
 *
 * @param reference one label a customer; −1 is noise
 * @param labels the clustering to colour, one label a customer in any numbering
 * @param colours the colour number of each cluster of the reference; its own number where left out
 * @returns the colour number of each cluster of `labels`, by its number
 */
export function matchedColours(
  reference: ArrayLike<number>,
  labels: ArrayLike<number>,
  colours: (cluster: number) => number = (cluster) => cluster,
): number[] {
  const clusters = Array.from(labels).reduce((most, label) => Math.max(most, label + 1), 0);
  // noise is grey everywhere and takes nobody's colour
  const both = Array.from(labels).flatMap((label, i) => (label >= 0 && reference[i]! >= 0 ? [i] : []));
  const match = matchedContingency(
    both.map((i) => reference[i]!),
    both.map((i) => labels[i]!),
  );
  const numbers = new Array<number>(clusters).fill(-1);
  match.matches.forEach((cluster, a) => {
    if (cluster !== undefined) numbers[cluster] = colours(match.labelsA[a]!);
  });
  const used = new Set(Array.from(reference).flatMap((label) => (label >= 0 ? [colours(label)] : [])));
  let free = 0;
  return numbers.map((number) => {
    if (number >= 0) return number;
    while (used.has(free)) free++;
    used.add(free);
    return free;
  });
}

/** Share of the customers who have the same colour in both clusterings; noise in both counts as the same. */
export function sharedColour(reference: ArrayLike<number>, labels: ArrayLike<number>): number {
  const numbers = matchedColours(reference, labels);
  let same = 0;
  for (let i = 0; i < labels.length; i++) {
    const number = labels[i]! < 0 ? -1 : numbers[labels[i]!]!;
    if (number === Math.max(-1, reference[i]!)) same++;
  }
  return labels.length === 0 ? 0 : same / labels.length;
}
