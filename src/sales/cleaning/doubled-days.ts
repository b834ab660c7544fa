import type { Database } from "../../core/database.js";
import { lineColumns } from "../loading/line-columns.js";
import type { Overlap } from "./overlap-finding.js";

const neededShare = 0.98;
const fewestRows = 10;

/**
 * The overlap of a file whose rows stand in no order of time: a run of days on which (nearly) every line stands an
 * even number of times. Half of the copies on these days are listed in the table `overlap_rows`.
 *
 * @returns what was found, or that the overlap cannot be judged
 */
export async function findDoubledDays(database: Database): Promise<Overlap> {
  const columns = lineColumns.join(", ");
  await database.run(`CREATE OR REPLACE TEMP TABLE copies AS
    SELECT "row", CAST(invoiced_at AS DATE) AS day,
      row_number() OVER (PARTITION BY ${columns} ORDER BY "row") AS copy,
      count(*) OVER (PARTITION BY ${columns}) AS copies
    FROM rows`);
  await database.run(`CREATE OR REPLACE TEMP TABLE doubled_days AS
    SELECT day FROM copies GROUP BY day
    HAVING count(*) >= ${fewestRows} AND count(*) FILTER (WHERE copies % 2 = 0) >= ${neededShare} * count(*)`);
  const [found] = await database.rows<{ from: string | null; to: string | null; days: number; rows: number }>(`
    SELECT strftime(min(day), '%Y-%m-%d') AS "from", strftime(max(day), '%Y-%m-%d') AS "to", count(*) AS days,
      (SELECT count(DISTINCT day) FROM copies
       WHERE day BETWEEN (SELECT min(day) FROM doubled_days) AND (SELECT max(day) FROM doubled_days)) AS rows
    FROM doubled_days`);
  const { from, to, days, rows: daysWithin } = found!;
  if (days === 0 || days < daysWithin) {
    const finding = "Rows stand in no order of time and no run of days stands twice: an overlap cannot be judged.";
    return { method: "not judged", from: null, to: null, rows: 0, finding };
  }
  await database.run(`INSERT INTO overlap_rows
    SELECT "row" FROM copies WHERE day IN (FROM doubled_days) AND copy > (copies + 1) // 2`);
  const [dropped] = await database.rows<{ rows: number }>("SELECT count(*) AS rows FROM overlap_rows");
  const finding = `Rows stand in no order of time, and nearly every line from ${from} to ${to} stands an even number of times: half of the copies are kept.`;
  return { method: "doubled days", from, to, rows: dropped!.rows, finding };
}
