/** How many rows are looked at: titles and notes above a header are few. */
export const mostTitleRows = 20;

/**
 * Finds a table's header among its first rows: the one with the most known columns, past narrower rows, or rows of no known column, that hold a
 * title, a date of export or the like; where no column is known the first row below a title that is as wide as most of them.
 *
 * @param rows the first rows that are not blank
 * @param knownColumns how many names of a header are known
 * @returns its place in the list; 0 where nothing tells otherwise
 */
export function findHeader(
  rows: readonly (readonly (string | undefined)[])[],
  knownColumns: (header: readonly string[]) => number,
): number {
  const first = rows.slice(0, mostTitleRows).map((row) => Array.from(row, (cell) => (cell ?? "").trim()));
  const filled = first.map((row) => row.filter((cell) => cell !== "").length);
  const known = first.map(knownColumns);
  const best = known.indexOf(Math.max(...known));
  const isBelowTitle = filled[0]! < filled[best]! ? known[best]! >= 2 : known[0] === 0 && known[best]! >= 3;
  if (isBelowTitle) return best;
  const usual = filled.toSorted((a, b) => a - b)[filled.length >> 1]!;
  const wide = filled.findIndex((count) => count >= Math.max(usual, 3));
  return known[0] === 0 && filled[0] === 1 && wide > 0 ? wide : 0;
}

/**
 * Says which rows above a header are skipped.
 *
 * @param name what a message calls the table
 * @param unit what its rows are numbered by
 * @param header the number of the header's row, from 1
 * @param titles the rows above it that are not blank
 */
export function titleNote(
  name: string,
  unit: "line" | "row",
  header: number,
  titles: readonly (readonly (string | undefined)[])[],
): string {
  const texts = titles.map((cells) => `"${shorten(cells.filter(Boolean).join(" "))}"`);
  const shown = `${texts.slice(0, 3).join(", ")}${texts.length > 3 ? ` and ${texts.length - 3} more` : ""}`;
  const which = header === 2 ? `${unit} 1` : `${unit}s 1 to ${header - 1}`;
  return `${name}: ${which} above the header in ${unit} ${header} ${header === 2 ? "is" : "are"} skipped (${shown})`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
