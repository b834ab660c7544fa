import type { DataTable } from "./data-table.js";

type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether a value is rows as plain objects, as `sales.rows` and the ledger give them. */
export function isRecords(value: unknown): value is readonly PlainRecord[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFlat);
}

/** Plain objects as a table: their keys, in the order in which they are met, are its columns. */
export function recordsTable(records: readonly PlainRecord[]): DataTable {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    numRows: () => records.length,
    columnNames: () => names,
    get: (name, row = 0) => records[row]?.[name],
  };
}

// an object that holds others reads better as text
function isFlat(value: unknown): value is PlainRecord {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every(
    (item) => typeof item !== "function" && (typeof item !== "object" || item === null || item instanceof Date),
  );
}
