/** What `show` asks of an arquero table. */
export interface DataTable {
  numRows(): number;
  columnNames(): string[];
  get(name: string, row?: number): unknown;
}

/** Whether a value is an arquero table, of whichever copy of arquero. */
export function isDataTable(value: unknown): value is DataTable {
  if (typeof value !== "object" || value === null) return false;
  const table = value as Partial<DataTable>;
  return [table.numRows, table.columnNames, table.get].every((method) => typeof method === "function");
}
