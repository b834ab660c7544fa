import type { Database } from "../../core/database.js";
import { formatNumber } from "../../core/format.js";
import { lineColumns } from "../loading/line-columns.js";
import { findDoubledDays } from "./doubled-days.js";
import type { Overlap } from "./overlap-finding.js";

const sameLine = lineColumns.map((column) => `a.${column} IS NOT DISTINCT FROM b.${column}`).join(" AND ");
/** A file of joined sheets has a few seams; more mean that its rows stand in no order of time. */
const mostSeams = 12;
const neededMatch = 0.9;
/** Fewer rows that stand twice are a coincidence. */
const fewestRows = 3;

/**
 * Finds rows that stand in the file twice because two extracts overlap: where time runs backwards by more than a day,
 * the rows on both sides of the seam in the common stretch are matched one for one, and the later copy of each pair
 * is listed in the table `overlap_rows`.
 *
 * @param database the engine with the table `rows`
 * @returns what was found; a seam whose two sides do not match drops nothing and says so
 */
export async function findOverlap(database: Database): Promise<Overlap> {
  await database.run('CREATE TABLE overlap_rows ("row" BIGINT)');
  // a window without an order takes the rows as they come, which is the file's order, and keeps none of them
  const seams = await database.rows<{ row: number }>(`
    SELECT "row" FROM (SELECT "row", invoiced_at, lag(invoiced_at) OVER () AS before FROM rows)
    WHERE before - invoiced_at > INTERVAL 1 DAY ORDER BY "row" LIMIT ${mostSeams + 1}`);
  if (seams.length > mostSeams) return findDoubledDays(database);
  if (seams.length === 0) {
    return {
      method: "none",
      from: null,
      to: null,
      rows: 0,
      finding: "Time never runs backwards in this file: no overlap",
    };
  }
  const findings: Overlap[] = [];
  for (const [i, { row }] of seams.entries())
    findings.push(await matchAcross(database, row, seams[i + 1]?.row ?? null));
  return together(findings);
}

/** Several seams as one finding: the days from the first to the last, all rows, every sentence. */
function together(findings: readonly Overlap[]): Overlap {
  const days = (end: "from" | "to") =>
    findings
      .map((one) => one[end])
      .filter((day) => day !== null)
      .sort();
  return {
    method: "seam",
    from: days("from")[0] ?? null,
    to: days("to").at(-1) ?? null,
    rows: findings.reduce((sum, { rows }) => sum + rows, 0),
    finding: findings.map(({ finding }) => finding).join(" "),
  };
}

async function matchAcross(database: Database, seam: number, end: number | null): Promise<Overlap> {
  // the stretch of time that both sides cover, then only its rows
  await database.run(
    `CREATE OR REPLACE TEMP TABLE stretch AS
     SELECT greatest(min(invoiced_at) FILTER (WHERE is_first), min(invoiced_at) FILTER (WHERE NOT is_first)) AS start,
       least(max(invoiced_at) FILTER (WHERE is_first), max(invoiced_at) FILTER (WHERE NOT is_first)) AS stop
     FROM (SELECT invoiced_at, "row" < $1 AS is_first FROM rows
       WHERE ($2 IS NULL OR "row" < $2) AND "row" NOT IN (FROM overlap_rows))`,
    [seam, end],
  );
  await database.run(
    `CREATE OR REPLACE TEMP TABLE doubled AS
     WITH within AS (
       SELECT rows.*, start, stop, "row" < $1 AS is_first,
         row_number() OVER (PARTITION BY "row" < $1, ${lineColumns.join(", ")} ORDER BY "row") AS copy
       FROM rows JOIN stretch ON invoiced_at BETWEEN start AND stop
       WHERE ($2 IS NULL OR "row" < $2) AND "row" NOT IN (FROM overlap_rows)),
     a AS (FROM within WHERE is_first), b AS (FROM within WHERE NOT is_first)
     SELECT b."row", b.start, b.stop, a.copy IS NOT NULL AS matched, (SELECT count(*) FROM a) AS before
     FROM b LEFT JOIN a ON a.copy = b.copy AND ${sameLine}`,
    [seam, end],
  );
  const [found] = await database.rows<{
    from: string;
    to: string;
    matched: number;
    shorter: number;
  }>(`SELECT strftime(min(start), '%Y-%m-%d') AS "from", strftime(min(stop), '%Y-%m-%d') AS "to",
        count(*) FILTER (WHERE matched) AS matched, least(count(*), min(before)) AS shorter FROM doubled`);
  const { from, to, matched, shorter } = found!;
  const share = shorter > 0 ? matched / shorter : 0;
  if (share < neededMatch || matched < fewestRows) {
    const finding = `Time runs backwards at row ${formatNumber(seam + 1)}, but only ${formatNumber(matched)} of ${formatNumber(shorter)} rows stand on both sides: nothing was dropped.`;
    return { method: "seam", from: null, to: null, rows: 0, finding };
  }
  await database.run('INSERT INTO overlap_rows SELECT "row" FROM doubled WHERE matched');
  const finding = `Time runs backwards at row ${formatNumber(seam + 1)}: ${from} to ${to} stands on both sides, ${formatNumber(matched)} of ${formatNumber(shorter)} rows equal one for one, and is kept once.`;
  return { method: "seam", from, to, rows: matched, finding };
}
