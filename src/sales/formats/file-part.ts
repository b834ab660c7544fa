import type { Database } from "../../core/database.js";
import type { LoadedTable } from "../loading/loaded-table.js";

/** A table that was found in a file: its header is known, its rows are not read yet. */
export interface FilePart {
  /** What a message calls it: the file, and where in it. */
  readonly name: string;
  readonly header: readonly string[];
  /** What was detected, in sentences. */
  readonly notes: readonly string[];
  /** Shows the rows as a view under the given name. */
  load(database: Database, table: string): Promise<LoadedTable>;
}
