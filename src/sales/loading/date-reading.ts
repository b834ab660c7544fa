import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";

/** A way of writing a moment. */
export interface DateReading {
  readonly name: string;
  /** An SQL expression that reads the text `value`, null where it cannot. */
  readonly sql: string;
  /** The formats behind the expression, where it is made of formats. */
  readonly formats?: readonly string[];
}

const times = ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", ", %H:%M", ", %H:%M:%S", ", %I:%M:%S %p"];

// two-digit years come first: %Y would read 11 as the year 11
function formatted(name: string, dates: readonly string[]): DateReading {
  return ofFormats(
    name,
    dates.flatMap((date) => times.map((time) => `${date}${time}`)),
  );
}

function ofFormats(name: string, formats: readonly string[]): DateReading {
  const list = formats.map((format) => `'${format}'`).join(", ");
  return { name, formats, sql: `try_strptime(value, [${list}])` };
}

/** The ways of writing a moment that files in the wild have; a column must be read by exactly one of them. */
export const dateReadings: readonly DateReading[] = [
  // an offset from UTC is left out: a shop lives by its own clock
  {
    name: "year-month-day",
    sql: `TRY_CAST(CASE WHEN length(value) > 19 THEN regexp_replace(value, ' ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2})$', '')
      ELSE value END AS TIMESTAMP)`,
  },
  formatted("day/month/year", ["%d/%m/%y", "%d/%m/%Y", "%d.%m.%y", "%d.%m.%Y", "%d-%m-%Y"]),
  formatted("month/day/year", ["%m/%d/%y", "%m/%d/%Y", "%m-%d-%Y"]),
  formatted("month by name", ["%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%y", "%d-%b-%Y"]),
  {
    name: "Excel serial number",
    sql: "TIMESTAMP '1899-12-30' + to_seconds(CAST(round(TRY_CAST(value AS DOUBLE) * 86400) AS BIGINT))",
  },
];

/**
 * Decides how the texts of dates are to be read, from the whole column: never from its first rows.
 *
 * @param database the engine
 * @param texts a query with the one column `value`: each different trimmed text, of which a column has far fewer than rows
 * @param file the file's name, for messages
 * @param options `dates`: the reading that every value is read by; `usual.dates`: the one that decides where two fit alike
 * @returns the reading
 * @throws SegmentLabError `ambiguous-dates` when day/month and month/day fit every value that any reading fits
 */
export async function readDates(
  database: Database,
  texts: string,
  file: string,
  options: { readonly dates?: string; readonly usual?: { readonly dates?: string } } = {},
): Promise<DateReading> {
  const named = (wanted?: string) => dateReadings.find(({ name }) => name === wanted);
  if (options.dates !== undefined) return withUsedFormats(database, texts, named(options.dates)!);
  const [first] = dateReadings;
  const [plain] = await database.rows<{ all: number; read: number }>(
    `SELECT count(*) AS "all", count(${first!.sql}) AS read FROM (${texts})`,
  );
  // no other reading takes what is written year first
  if (plain!.read === plain!.all) return first!;
  const counts = dateReadings.map(({ sql }, i) => `count(${sql}) AS r${i}`).join(", ");
  const [row] = await database.rows<Record<string, number>>(`SELECT ${counts} FROM (${texts})`);
  const read = dateReadings.map((_, i) => row![`r${i}`]!);
  const most = Math.max(...read);
  const best = dateReadings.filter((_, i) => read[i] === most);
  const [dayFirst, monthFirst] = ["day/month/year", "month/day/year"].map((name) =>
    best.find((one) => one.name === name),
  );
  const usual = best.find((reading) => reading === named(options.usual?.dates));
  if (most > 0 && dayFirst && monthFirst && !usual) throw await ambiguous(database, texts, file, dayFirst, monthFirst);
  return withUsedFormats(database, texts, dayFirst && monthFirst ? (usual ?? best[0]!) : best[0]!);
}

/** Keeps the formats that a value uses, in their order: a million rows are not tried against those that none does. */
async function withUsedFormats(database: Database, texts: string, reading: DateReading): Promise<DateReading> {
  if (!reading.formats) return reading;
  const counts = reading.formats.map((format, i) => `count(try_strptime(value, '${format}')) AS f${i}`).join(", ");
  const [row] = await database.rows<Record<string, number>>(`SELECT ${counts} FROM (${texts})`);
  const used = reading.formats.filter((_, i) => row![`f${i}`]! > 0);
  return ofFormats(reading.name, used.length > 0 ? used : reading.formats);
}

async function ambiguous(
  database: Database,
  texts: string,
  file: string,
  dayFirst: DateReading,
  monthFirst: DateReading,
) {
  const words = (reading: DateReading) => `strftime(${reading.sql}, '%-d %B %Y')`;
  // an example whose two readings differ, where there is one
  const [example] = await database.rows<{ value: string; day: string; month: string }>(`
    SELECT value, ${words(dayFirst)} AS day, ${words(monthFirst)} AS month FROM (${texts}) ORDER BY day = month, value LIMIT 1`);
  const { value, day, month } = example!;
  return new SegmentLabError(
    "ambiguous-dates",
    `dates in ${file} can be read in two ways: "${value}" is ${day} as ${dayFirst.name} and ${month} as ${monthFirst.name}; choose with --dates ${dayFirst.name} or --dates ${monthFirst.name}`,
  );
}
