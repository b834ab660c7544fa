import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";

interface DateReading {
  readonly name: string;
  /** An SQL expression that reads the text column `value`, null where it cannot. */
  readonly sql: string;
}

const times = ["", " %H:%M", " %H:%M:%S", " %I:%M %p"];

// two-digit years come first: %Y would read 11 as the year 11
function formats(dates: readonly string[]): string {
  const all = dates.flatMap((date) => times.map((time) => `'${date}${time}'`));
  return `try_strptime(value, [${all.join(", ")}])`;
}

/** The ways of writing a moment that files in the wild have; a column must be read by exactly one of them. */
export const dateReadings: readonly DateReading[] = [
  { name: "year-month-day", sql: "TRY_CAST(value AS TIMESTAMP)" },
  { name: "day/month/year", sql: formats(["%d/%m/%y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"]) },
  { name: "month/day/year", sql: formats(["%m/%d/%y", "%m/%d/%Y", "%m-%d-%Y"]) },
  {
    name: "Excel serial number",
    sql: "TIMESTAMP '1899-12-30' + to_seconds(CAST(round(TRY_CAST(value AS DOUBLE) * 86400) AS BIGINT))",
  },
];

/**
 * Decides how a text column of dates is to be read, from the whole column: never from its first rows.
 *
 * @param database the engine with the table
 * @param table the table's name
 * @param column the quoted name of its text column
 * @param file the file's name, for messages
 * @returns an SQL expression over that column that gives a TIMESTAMP, null where a single value cannot be read
 * @throws SegmentLabError `ambiguous-dates` when day/month and month/day both fit every value
 */
export async function readDates(database: Database, table: string, column: string, file: string): Promise<string> {
  const counts = dateReadings.map(({ sql }, i) => `count(${sql}) AS r${i}`).join(", ");
  const [row] = await database.rows<Record<string, number>>(
    `SELECT ${counts}, min(value) AS example FROM (SELECT nullif(trim(${column}), '') AS value FROM ${table})`,
  );
  const read = dateReadings.map((_, i) => row![`r${i}`]!);
  const most = Math.max(...read);
  const best = dateReadings.filter((_, i) => read[i] === most);
  const names = best.map(({ name }) => name);
  if (most > 0 && names.includes("day/month/year") && names.includes("month/day/year")) {
    throw new SegmentLabError(
      "ambiguous-dates",
      `dates in ${file} such as "${row!.example}" can be day/month/year or month/day/year; rewrite them as 2011-12-31 09:30`,
    );
  }
  return best[0]!.sql.replaceAll("value", `nullif(trim(${column}), '')`);
}
