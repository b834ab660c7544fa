import { checkMatrix } from "../clustering/check-matrix.js";
import { SegmentLabError } from "../core/errors.js";
import { contentKey } from "../core/kept-results.js";
import type { Matrix } from "../core/matrix.js";
import { type Candidate, candidateName } from "./candidates.js";

/** A candidate with the matrix it is fitted on. */
export interface PlacedCandidate {
  readonly candidate: Candidate;
  readonly matrix: Matrix;
  /** What the matrix is known by: the same for the same values. */
  readonly matrixKey: string;
}

/**
 * Finds the matrix of each candidate: the first, or the preparation that it names.
 *
 * @throws SegmentLabError `bad-option` for a preparation that there is not, `bad-value` for one of other customers
 */
export function placeCandidates(
  candidates: readonly Candidate[],
  matrix: Matrix,
  preparations: Readonly<Record<string, Matrix>>,
): PlacedCandidate[] {
  for (const [name, other] of Object.entries(preparations)) checkPreparation(matrix, name, other);
  const keys = new Map<Matrix, string>();
  return candidates.map((candidate) => {
    const own = findMatrix(candidate, matrix, preparations);
    if (!keys.has(own)) keys.set(own, matrixKey(own));
    return { candidate, matrix: own, matrixKey: keys.get(own)! };
  });
}

/** What a matrix is known by: the same for the same columns and values. */
export function matrixKey({ columns, data }: Matrix): string {
  return contentKey([...columns], data);
}

function findMatrix(candidate: Candidate, matrix: Matrix, preparations: Readonly<Record<string, Matrix>>): Matrix {
  const { preparation } = candidate;
  if (preparation === undefined) return matrix;
  const names = Object.keys(preparations);
  if (names.includes(preparation)) return preparations[preparation]!;
  const known = names.length === 0 ? "there are none" : `there are ${names.join(", ")}`;
  throw new SegmentLabError("bad-option", `${candidateName(candidate)}: no preparation "${preparation}"; ${known}`);
}

function checkPreparation(matrix: Matrix, name: string, other: Matrix): void {
  checkMatrix(other);
  const strange = other.ids.findIndex((id, i) => id !== matrix.ids[i]);
  if (strange < 0 && other.rows === matrix.rows) return;
  const where = strange < 0 ? "" : ` (row ${strange + 1} is "${other.ids[strange]}", not "${matrix.ids[strange]}")`;
  throw new SegmentLabError(
    "bad-value",
    `preparation "${name}" has other customers than the matrix: ${other.rows} rows and ${matrix.rows}${where}; ` +
      "prepare both from the same table, with the same rows set aside",
  );
}
