/** One column of a table that leaves the program. */
export interface CsvColumn {
  readonly name: string;
  readonly values: readonly unknown[];
}

/**
 * Writes columns as CSV (RFC 4180, UTF-8, a header, "\n" after each row): nulls are empty, numbers are written in full
 * and never altered, and a text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @param columns equally long columns, in order
 */
export function toCsv(columns: readonly CsvColumn[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const lines = [columns.map(({ name }) => cell(name)).join(",")];
  for (let i = 0; i < rows; i++) lines.push(columns.map(({ values }) => cell(values[i])).join(","));
  return `${lines.join("\n")}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = String(value);
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
