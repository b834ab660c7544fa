import { labelAlphabet } from "./pack-labels.js";

/** Cells above 0, and as many below: 0 is a border, since its side says whether a customer is misplaced. */
const half = 31;

/**
 * Packs the silhouettes of several clusterings into one text a customer, one character a clustering: 62 cells from −1 to
 * 1, a point where there is none.
 *
 * @param silhouettes one list each, or nothing for a clustering without
 * @param customers how many there are
 */
export function packSilhouettes(silhouettes: readonly (Float64Array | undefined)[], customers: number): string[] {
  return Array.from({ length: customers }, (_, i) => {
    let text = "";
    for (const values of silhouettes) {
      const value = values?.[i] ?? Number.NaN;
      text += labelAlphabet[Number.isNaN(value) ? 0 : Math.min(2 * half, Math.floor((value + 1) * half) + 1)];
    }
    return text;
  });
}

/** The Vega expression that reads the cell of the candidate chosen, 0 to 61; its first character stands at `from` in `datum.l`. */
export function packedCellExpression(from: number): string {
  return `indexof(alphabet, substring(datum.l, ${from} + candidate, ${from} + candidate + 1)) - 1`;
}

/**
 * The Vega expression of a silhouette from its cell: those who share a cell are spread evenly over it, which is no further
 * from the truth than its middle is, and draws no stairs.
 *
 * @param cell field: the number of the cell
 * @param row field: the customer's row, the largest silhouette first
 * @param first field: the first row of the cell
 * @param count field: how many share the cell
 */
export function silhouetteExpression(cell: string, row: string, first: string, count: string): string {
  return `(datum.${cell} + 1 - (datum.${row} - datum.${first} + 0.5) / datum.${count}) / ${half} - 1`;
}
