/** Rows that no labeling tells apart count as one vector. */
export interface LabelVectors {
  /** One a row: the number of its vector; vectors are numbered by their first rows. */
  readonly of: Int32Array;
  /** One a vector: its first row. */
  readonly first: Int32Array;
}

/**
 * Finds the rows that carry the same label in every labeling. A row that one of them calls noise is a vector of its
 * own, for noise is together with nobody.
 *
 * @param labelings one whole number a row each; negative is noise
 * @param breathe called after each labeling; what it returns is awaited
 */
export async function labelVectors(
  labelings: readonly ArrayLike<number>[],
  breathe: () => Promise<void> | undefined,
): Promise<LabelVectors> {
  const rows = labelings[0]!.length;
  const of: Int32Array = new Int32Array(rows);
  let first: number[] = [0];
  for (const labels of labelings) {
    const numbers = new Map<number, Map<number, number>>();
    first = [];
    for (let i = 0; i < rows; i++) {
      // no row's number is negative: those below belong to noise
      const label = labels[i]! < 0 ? -1 - i : labels[i]!;
      let own = numbers.get(label);
      if (!own) {
        own = new Map();
        numbers.set(label, own);
      }
      let number = own.get(of[i]!);
      if (number === undefined) {
        number = first.length;
        own.set(of[i]!, number);
        first.push(i);
      }
      of[i] = number;
    }
    const pause = breathe();
    if (pause) await pause;
  }
  return { of, first: Int32Array.from(first) };
}
