import { SegmentLabError } from "../core/errors.js";

/** The columns of a transaction file as the product knows them. */
export type SalesColumn =
  | "invoice"
  | "sku"
  | "description"
  | "quantity"
  | "invoiced_at"
  | "price"
  | "customer"
  | "country";

/** Which header of the file plays which column. */
export type ColumnMap = Readonly<Partial<Record<SalesColumn, string>>>;

interface ColumnDefinition {
  readonly column: SalesColumn;
  /** The name that a message shows. */
  readonly title: string;
  readonly needed: boolean;
  /** Headers in use, compared without case, blanks and punctuation. */
  readonly aliases: readonly string[];
}

const definitions: readonly ColumnDefinition[] = [
  { column: "invoice", title: "invoice", needed: true, aliases: ["invoice", "invoiceno", "invoicenumber"] },
  { column: "sku", title: "stock code", needed: true, aliases: ["stockcode", "sku", "productcode"] },
  { column: "description", title: "description", needed: false, aliases: ["description", "productname"] },
  { column: "quantity", title: "quantity", needed: true, aliases: ["quantity", "qty"] },
  { column: "invoiced_at", title: "invoice date", needed: true, aliases: ["invoicedate", "invoicedat", "date"] },
  { column: "price", title: "price", needed: true, aliases: ["price", "unitprice"] },
  { column: "customer", title: "customer id", needed: true, aliases: ["customerid", "customer"] },
  { column: "country", title: "country", needed: false, aliases: ["country"] },
];

/** Every column that a file may have, in the canonical order. */
export const salesColumns: readonly SalesColumn[] = definitions.map(({ column }) => column);

/**
 * Finds each canonical column in a file's header.
 *
 * @param header the file's own column names
 * @param file the file's name, for messages
 * @param overrides headers that the user named, by canonical column or by its title without blanks
 * @returns the header of each column that is there
 * @throws SegmentLabError `column-missing` naming the column and what was found
 */
export function normalizeColumns(
  header: readonly string[],
  file: string,
  overrides: Readonly<Record<string, string>> = {},
): ColumnMap {
  const found = ` (found: ${header.join(", ")})`;
  const map: Partial<Record<SalesColumn, string>> = {};
  for (const [given, name] of Object.entries(overrides)) {
    const definition = definitions.find(({ column, aliases }) => column === given || aliases.includes(bare(given)));
    if (!definition) {
      throw new SegmentLabError("bad-option", `--columns knows no "${given}"; it takes ${salesColumns.join(", ")}`);
    }
    if (!header.includes(name)) throw new SegmentLabError("column-missing", `no column "${name}" in ${file}${found}`);
    map[definition.column] = name;
  }
  for (const { column, title, needed, aliases } of definitions) {
    map[column] ??= header.find((name) => aliases.includes(bare(name)));
    if (needed && map[column] === undefined) {
      const hint = `map it with --columns ${column}=NAME`;
      throw new SegmentLabError("column-missing", `no column for "${title}" in ${file}${found}; ${hint}`);
    }
  }
  return map;
}

/** How many canonical columns a header has: tells the right delimiter from a wrong one. */
export function countKnownColumns(header: readonly string[]): number {
  return definitions.filter(({ aliases }) => header.some((name) => aliases.includes(bare(name)))).length;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
