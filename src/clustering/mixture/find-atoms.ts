import type { Matrix } from "../../core/matrix.js";

/** A value that many rows share exactly. */
export interface Atom {
  readonly column: string;
  readonly value: number;
  /** Its rows' share of all. */
  readonly share: number;
}

const defaultShare = 0.05;

/** Mixtures of several numbers of components ask it of the same rows. */
const found = new WeakMap<Float64Array, Atom[]>();

/**
 * Finds columns in which many rows share one value, as where a count is 1 or a rate is 0. A component of a Gaussian
 * mixture can shrink onto such rows; its likelihood then grows without bound, and BIC falls with every component.
 *
 * @param matrix the rows
 * @param leastShare which share of the rows counts as many; 0.05 where left out
 * @param breathe called after each column; what it returns is awaited
 * @returns the most frequent value of each such column, in the order of the columns; constant columns are left out
 */
export async function findAtoms(
  matrix: Matrix,
  leastShare = defaultShare,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Atom[]> {
  const known = leastShare === defaultShare ? found.get(matrix.data) : undefined;
  const atoms = known ?? (await lookForAtoms(matrix, leastShare, breathe));
  if (leastShare === defaultShare) found.set(matrix.data, atoms);
  return atoms;
}

async function lookForAtoms(
  { data, rows, columns }: Matrix,
  leastShare: number,
  breathe: () => Promise<void> | undefined,
): Promise<Atom[]> {
  const width = columns.length;
  const atoms: Atom[] = [];
  const values = new Float64Array(rows);
  for (const [j, column] of columns.entries()) {
    for (let i = 0; i < rows; i++) values[i] = data[i * width + j]!;
    values.sort();
    let most = 0;
    let value = Number.NaN;
    for (let from = 0, to = 0; from < rows; from = to) {
      while (to < rows && values[to] === values[from]) to++;
      if (to - from > most) {
        most = to - from;
        value = values[from]!;
      }
    }
    // a value that stands twice in a few rows is chance
    if (most > 2 && most < rows && most >= leastShare * rows) atoms.push({ column, value, share: most / rows });
    const pause = breathe();
    if (pause) await pause;
  }
  return atoms;
}
