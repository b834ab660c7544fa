import { type Database, sqlText } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import type { FilePart } from "./file-part.js";
import { plainlyNamed } from "./plainly-named.js";

/** What a line of a shop takes as text. */
const bytesARow = 100;

/**
 * Looks at a Parquet file's header.
 *
 * @param scratchPath where a link may be made whose name starts like this
 * @throws SegmentLabError `bad-file` where it cannot be read
 */
export async function openParquet(
  database: Database,
  path: string,
  name: string,
  scratchPath: string,
): Promise<FilePart> {
  const readPath = await plainlyNamed(path, scratchPath);
  const reading = `read_parquet(${sqlText(readPath)}, file_row_number = true)`;
  const described = await database
    .rows<{ column_name: string; column_type: string }>(`DESCRIBE FROM ${reading}`)
    .catch((error: unknown) => {
      const [message] = (error instanceof Error ? error.message : String(error)).split("\n");
      throw new SegmentLabError("bad-file", `${name} cannot be read as Parquet: ${message}`, { cause: error });
    });
  const columns = described
    .slice(0, -1)
    .map(({ column_name, column_type }, i) => ({ header: column_name, sql: `c${i}`, type: column_type }));
  return {
    name,
    header: columns.map(({ header }) => header),
    notes: [],
    load: async (engine, table) => {
      const names = [...columns.map(({ sql }) => sql), "file_row"].join(", ");
      await engine.run(`CREATE VIEW ${table} AS SELECT * FROM ${reading} AS t(${names})`);
      const linesOf = async (rows: readonly number[]) => rows.map((row) => row + 1);
      const [{ rows }] = (await engine.rows(`SELECT count(*) AS rows FROM ${table}`)) as [{ rows: number }];
      return { table, name, columns, size: rows * bytesARow, rowNumber: "file_row", firstLine: 1, linesOf };
    },
  };
}
