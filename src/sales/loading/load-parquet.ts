import { open } from "node:fs/promises";
import { type Database, sqlText } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import type { DataSource } from "../source.js";
import type { LoadedTable } from "./loaded-table.js";

/**
 * Shows a Parquet file as the table `source`, in the file's order, columns named c0, c1, ….
 *
 * @throws SegmentLabError `bad-file` where the file is not Parquet, whatever its name says
 */
export async function loadParquet(database: Database, { path, name }: DataSource): Promise<LoadedTable> {
  const file = await open(path);
  const magic = Buffer.alloc(4);
  await file.read(magic, 0, 4, 0).finally(() => file.close());
  if (magic.toString("latin1") !== "PAR1") {
    throw new SegmentLabError("bad-file", `${name} is not a Parquet file; if it is text, rename it to .csv`);
  }
  const reading = `read_parquet(${sqlText(path)}, file_row_number = true)`;
  try {
    const described = await database.rows<{ column_name: string; column_type: string }>(`DESCRIBE FROM ${reading}`);
    const columns = described
      .slice(0, -1)
      .map(({ column_name, column_type }, i) => ({ header: column_name, sql: `c${i}`, type: column_type }));
    const names = [...columns.map(({ sql }) => sql), "file_row"].join(", ");
    await database.run(`CREATE VIEW source AS SELECT * FROM ${reading} AS t(${names})`);
    return { columns, rowNumber: "file_row", firstLine: 1 };
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new SegmentLabError("bad-file", `${name} cannot be read as Parquet: ${message}`, { cause: error });
  }
}
