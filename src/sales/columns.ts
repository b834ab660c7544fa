import { SegmentLabError } from "../core/errors.js";
import { type ColumnDefinition, columnDefinitions, type SalesColumn } from "./column-aliases.js";
import { plainHeader } from "./plain-header.js";

/** Which header of the file plays which part. */
export type ColumnMap = Readonly<Partial<Record<SalesColumn, string>>>;

/** Every part that a column may play, in the canonical order. */
export const salesColumns: readonly SalesColumn[] = columnDefinitions.map(({ column }) => column);

/**
 * Finds each canonical column in a file's header.
 *
 * @param header the file's own column names
 * @param file the file's name, for messages
 * @param overrides headers that the user named, by canonical column or by any of its known headers
 * @param isRedacted true where a header may be a first row of values, and messages must not quote it
 * @returns the header of each column that is there
 * @throws SegmentLabError `column-missing` naming the column and what was found
 */
export function normalizeColumns(
  header: readonly string[],
  file: string,
  overrides: Readonly<Record<string, string>> = {},
  isRedacted = false,
): ColumnMap {
  const found = isRedacted ? ` (${header.length} columns, not shown: --redact)` : ` (found: ${listHeader(header)})`;
  const map: Partial<Record<SalesColumn, string>> = {};
  for (const [given, name] of Object.entries(overrides)) {
    const definition = definitionOf(given);
    if (!definition) {
      throw new SegmentLabError("bad-option", `--columns knows no "${given}"; it takes ${salesColumns.join(", ")}`);
    }
    if (!header.includes(name)) throw new SegmentLabError("column-missing", `no column "${name}" in ${file}${found}`);
    map[definition.column] = name;
  }
  const taken = new Set(Object.values(map));
  const bared = header.map(plainHeader);
  for (const { column, aliases } of columnDefinitions) {
    const alias = aliases.find((name) => bared.some((own, i) => own === name && !taken.has(header[i]!)));
    if (map[column] === undefined && alias !== undefined) {
      map[column] = header[bared.findIndex((own, i) => own === alias && !taken.has(header[i]!))];
      taken.add(map[column]!);
    }
  }
  // a total stands for the price where there is none; beside a price it is not needed
  if (map.price !== undefined && map.amount !== undefined && overrides.amount === undefined) delete map.amount;
  const missing = columnDefinitions.filter(({ column }) => isNeeded(column, map) && map[column] === undefined);
  if (missing.length > 0) {
    const [columns, them] = missing.length > 1 ? ["columns", "them"] : ["column", "it"];
    const titles = missing.map(({ title }) => `"${title}"`).join(", ");
    const names = missing.map(({ column }) => `${column}=NAME`).join(",");
    const hint = `map ${them} with --columns ${names}${names.includes("price=") ? " (or amount=NAME for a line's total)" : ""}`;
    throw new SegmentLabError("column-missing", `no ${columns} for ${titles} in ${file}${found}; ${hint}`);
  }
  return map;
}

/** Lines of products need their invoice and their units; a plain list of totals does without. */
function isNeeded(column: SalesColumn, map: ColumnMap): boolean {
  if (column === "invoiced_at" || column === "customer") return true;
  if (column === "invoice") return map.sku !== undefined || map.price !== undefined;
  if (column === "price") return map.amount === undefined;
  if (column === "quantity") return map.price !== undefined;
  return false;
}

/** Whether every needed column is found in a header: tells a table of transactions from another sheet. */
export function hasNeededColumns(header: readonly string[], overrides: Readonly<Record<string, string>> = {}): boolean {
  try {
    normalizeColumns(header, "", overrides);
    return true;
  } catch (error) {
    if (error instanceof SegmentLabError) return false;
    throw error;
  }
}

/** What cannot be computed for want of columns, a sentence each: said on the pages, never guessed. */
export function disabledBy(map: ColumnMap): string[] {
  return columnDefinitions
    .filter(({ column, disables }) => disables !== undefined && map[column] === undefined)
    .map(({ title, disables }) => `No column for "${title}": ${disables}.`);
}

/**
 * How many canonical columns a header has: tells the right delimiter from a wrong one, and the header from a title.
 *
 * @param overrides headers that the user named, by canonical column or by any of its known headers
 */
export function countKnownColumns(header: readonly string[], overrides: Readonly<Record<string, string>> = {}): number {
  const bared = new Set(header.map(plainHeader));
  const named = Object.entries(overrides).filter(([, name]) => header.includes(name));
  const columns = new Set(named.map(([given]) => definitionOf(given)?.column));
  return columnDefinitions.filter(
    ({ column, aliases }) => columns.has(column) || aliases.some((alias) => bared.has(alias)),
  ).length;
}

function definitionOf(given: string): ColumnDefinition | undefined {
  return columnDefinitions.find(({ column, aliases }) => column === given || aliases.includes(plainHeader(given)));
}

function listHeader(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return `${shown.join(", ")}${header.length > 20 ? ` and ${header.length - 20} more` : ""}`;
}
