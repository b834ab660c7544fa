import { labelAlphabet } from "./pack-labels.js";

const base = labelAlphabet.length;

/**
 * Packs a level of each of several columns into one text a customer, two characters a column.
 *
 * @param columns one list of whole numbers each, 0 to 3,968, one a customer
 */
export function packLevels(columns: readonly Int32Array[], customers: number): string[] {
  return Array.from({ length: customers }, (_, i) => {
    let text = "";
    for (const levels of columns)
      text += labelAlphabet[Math.floor(levels[i]! / base)]! + labelAlphabet[levels[i]! % base]!;
    return text;
  });
}

/** The Vega expression that reads the level that stands at `from` in `datum.l`. */
export function packedLevelExpression(from: number): string {
  const digit = (at: number): string => `indexof(alphabet, substring(datum.l, ${at}, ${at + 1}))`;
  return `${base} * ${digit(from)} + ${digit(from + 1)}`;
}
