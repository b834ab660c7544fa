import type { RaggedRow } from "../formats/row-lines.js";
import type { TextEncoding } from "../formats/text-encoding.js";

/** A part of the data as a view in the engine: a file, a sheet of a workbook or an entry of an archive. */
export interface LoadedTable {
  /** The view's name. Its rows come in the file's order; it reads the file anew each time. */
  readonly table: string;
  /** What a message calls it: `shop.csv`, `a.xlsx, sheet "2010"`, `b.zip/orders.csv`. */
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly sql: string; readonly type: string }[];
  /** The SQL expression of a row's place in the file, from 0; left out where only the order of the rows tells it. */
  readonly rowNumber?: string;
  /** About how many bytes its values are. */
  readonly size: number;
  /** The number that the first row has for a person who opens the file. */
  readonly firstLine: number;
  /** How a text file was read. */
  readonly dialect?: { readonly encoding: TextEncoding; readonly delimiter: string; readonly quote: string };
  /** Finds the lines on which rows stand, given by `rowNumber`, as an editor or a spreadsheet counts them. */
  linesOf(rows: readonly number[]): Promise<number[]>;
  /** The same with columns, by their `sql`, of other types than text: rows whose values do not fit are kept out. */
  retyped?(types: Readonly<Record<string, string>>): Promise<LoadedTable>;
  /** How to list the rows that do not fit; where `path` is given only if the engine noticed any in that file. */
  readonly raggedRows?: { readonly path?: string; find(): Promise<readonly RaggedRow[]> };
}
