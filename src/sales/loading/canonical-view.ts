import type { SalesColumn } from "../column-aliases.js";
import type { ColumnMap } from "../columns.js";
import type { LoadedTable } from "./loaded-table.js";

/** The parts behind one view with the canonical names, values as the files have them. */
export interface CanonicalView {
  /** A statement that gives `part`, `place` (null where the order of the rows tells it) and one column a role. */
  readonly sql: string;
  /** `VARCHAR` unless every part has the same other type. */
  readonly types: Readonly<Partial<Record<SalesColumn, string>>>;
}

const roles: readonly SalesColumn[] = [
  "invoice",
  "sku",
  "description",
  "quantity",
  "invoiced_at",
  "time",
  "price",
  "amount",
  "customer",
  "country",
  "currency",
];

/**
 * Lays parts with columns of their own below each other under the canonical names, in order. A column of one type in all
 * parts keeps it; otherwise all of them become text and are read as such.
 *
 * @param parts at least one
 * @param maps which header plays which role, one a part
 */
export function canonicalView(parts: readonly LoadedTable[], maps: readonly ColumnMap[]): CanonicalView {
  const columnOf = (i: number, role: SalesColumn) => parts[i]!.columns.find(({ header }) => header === maps[i]![role]);
  const types: Partial<Record<SalesColumn, string>> = {};
  for (const role of roles) {
    const found = new Set(parts.map((_, i) => columnOf(i, role)?.type).filter((type) => type !== undefined));
    if (found.size > 0) types[role] = found.size === 1 ? [...found][0]! : "VARCHAR";
  }
  const selects = parts.map(({ table, rowNumber }, i) => {
    const columns = roles.map((role) => {
      const column = columnOf(i, role);
      return `CAST(${column?.sql ?? "NULL"} AS ${types[role] ?? "VARCHAR"}) AS ${role}`;
    });
    return `SELECT ${i} AS part, ${rowNumber ?? "CAST(NULL AS BIGINT)"} AS place, ${columns.join(", ")} FROM ${table}`;
  });
  return { sql: selects.join(" UNION ALL "), types };
}
