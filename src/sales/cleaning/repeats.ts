import type { Database } from "../../core/database.js";
import { lineColumns } from "../loading/line-columns.js";

/** Lists the second and later copies of lines that are equal in all fields as the table `repeat_rows`, overlaps left out. */
export async function findRepeats(database: Database): Promise<void> {
  await database.run('CREATE TABLE IF NOT EXISTS overlap_rows ("row" BIGINT)');
  await database.run(`CREATE TABLE repeat_rows AS
    SELECT "row" FROM (
      SELECT "row", row_number() OVER (PARTITION BY ${lineColumns.join(", ")} ORDER BY "row") AS copy
      FROM rows WHERE "row" NOT IN (FROM overlap_rows))
    WHERE copy > 1`);
}
