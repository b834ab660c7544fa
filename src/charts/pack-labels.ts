/** What stands for a label in packed text: the first character is noise, the next is cluster 0, and so on. */
export const labelAlphabet = ".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Packs the labels of several clusterings into one text a customer: a tenth of the size of rows of numbers.
 *
 * @param labelings one labelling each, all of the same length; −1 is noise
 * @returns one text a customer, one character a clustering; clusters above 61 share the last character
 */
export function packLabels(labelings: readonly Int32Array[]): string[] {
  const customers = labelings[0]?.length ?? 0;
  const last = labelAlphabet.length - 1;
  return Array.from({ length: customers }, (_, i) => {
    let text = "";
    for (const labels of labelings) text += labelAlphabet[Math.min(last, labels[i]! + 1)];
    return text;
  });
}

/**
 * The Vega expression that reads a packed label of the datum at hand, with `alphabet` a param of the spec.
 *
 * @param index the number of the clustering, or the name of a param of ours that holds it
 */
export function packedLabelExpression(index: number | "candidate" | "colouring"): string {
  return `indexof(alphabet, substring(datum.l, ${index}, ${index} + 1)) - 1`;
}
