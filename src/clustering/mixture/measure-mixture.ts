import type { Matrix } from "../../core/matrix.js";
import type { Mixture } from "./mixture.js";
import { tileRows } from "./row-tile.js";
import { tileMemberships } from "./tile-memberships.js";

/** What a mixture says about rows. */
export interface MeasuredRows {
  /** rows × components: how far each row belongs to each component, of each row in sum 1. */
  readonly memberships: Float64Array;
  /** One a row: the component it belongs to most, the lowest-numbered one in a tie. */
  readonly labels: Int32Array;
  /** The mean logarithm of the density at the rows. */
  readonly logLikelihood: number;
}

/**
 * Evaluates a mixture at the rows of a matrix in the columns of its fit.
 *
 * @param breathe called after about every million multiplications; what it returns is awaited
 */
export async function measureMixture(
  mixture: Mixture,
  matrix: Matrix,
  breathe: () => Promise<void> | undefined,
): Promise<MeasuredRows> {
  const measured = emptyRows(mixture, matrix);
  const block = tileRows * Math.max(1, Math.floor(1e6 / (mixture.factors.length * tileRows)));
  let sum = 0;
  for (let from = 0; from < matrix.rows; from += block) {
    sum += measureRows(mixture, matrix, from, Math.min(matrix.rows, from + block), measured);
    const pause = breathe();
    if (pause) await pause;
  }
  return { ...measured, logLikelihood: sum / matrix.rows };
}

/** The same at once. */
export function measureMixtureNow(mixture: Mixture, matrix: Matrix): MeasuredRows {
  const measured = emptyRows(mixture, matrix);
  const sum = measureRows(mixture, matrix, 0, matrix.rows, measured);
  return { ...measured, logLikelihood: sum / matrix.rows };
}

type Room = Pick<MeasuredRows, "memberships" | "labels">;

function emptyRows({ weights }: Mixture, { rows }: Matrix): Room {
  return { memberships: new Float64Array(rows * weights.length), labels: new Int32Array(rows) };
}

/** Writes memberships and labels of some rows; returns the sum of their logarithms of the density. */
function measureRows(
  mixture: Mixture,
  { data, columns }: Matrix,
  start: number,
  end: number,
  { memberships, labels }: Room,
): number {
  const components = mixture.weights.length;
  const tiles = new Float64Array(tileRows * columns.length * components);
  const shares = new Float64Array(tileRows * components);
  const logs = new Float64Array(tileRows);
  let sum = 0;
  for (let from = start; from < end; from += tileRows) {
    tileMemberships(mixture, data, from, tiles, shares, logs);
    for (let r = 0; r < tileRows && from + r < end; r++) {
      sum += logs[r]!;
      let most = 0;
      for (let c = 0; c < components; c++) {
        const share = shares[c * tileRows + r]!;
        memberships[(from + r) * components + c] = share;
        if (share > shares[most * tileRows + r]!) most = c;
      }
      labels[from + r] = most;
    }
  }
  return sum;
}
