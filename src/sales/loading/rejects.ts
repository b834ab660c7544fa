import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import { formatNumber, formatShare } from "../../core/format.js";
import type { ColumnMap } from "../columns.js";
import type { LoadedTable } from "./loaded-table.js";
import { collectRagged } from "./ragged-rows.js";
import { rejectKinds } from "./reject-kinds.js";

/** How many rows could not be read. */
export interface RejectsSummary {
  readonly rows: number;
  /** Share of all rows of the file, 0 to 1. */
  readonly share: number;
}

/** What a value must be, by role. */
const wanted = {
  invoice: "an invoice number",
  quantity: "a whole number",
  invoiced_at: "a date",
  price: "a price",
  amount: "an amount",
} as const;

/** The roles whose values must be readable. */
export const demandedRoles = Object.keys(wanted) as (keyof typeof wanted)[];

const tooLarge = "is more than a line can be worth";

/** What may keep a row out: the role whose header is named, the value as the file has it, in SQL, and the reason. */
const faults = [
  ...demandedRoles.map((role) => ({
    fault: role as string,
    role,
    given: `CAST(given_${role} AS VARCHAR)`,
    reason: `is not ${wanted[role]}`,
  })),
  { fault: "total", role: "amount", given: "CAST(given_amount AS VARCHAR)", reason: tooLarge },
  {
    fault: "product",
    role: "price",
    given: "CAST(given_quantity AS VARCHAR) || ' × ' || CAST(given_price AS VARCHAR)",
    reason: tooLarge,
  },
] as const;

/** SQL of the value, as the file has it, that made a row unreadable. */
export const givenValue = `CASE fault ${faults.map(({ fault, given }) => `WHEN '${fault}' THEN ${given}`).join(" ")} END`;

/** SQL that names the first role of a row that could not be read; null where all could. */
export function faultSql(hasAmount: boolean): string {
  const money = hasAmount
    ? "WHEN revenue IS NULL THEN 'amount' WHEN price IS NULL THEN 'total'"
    : "WHEN price IS NULL THEN 'price' WHEN revenue IS NULL THEN 'product'";
  return `CASE WHEN invoice IS NULL THEN 'invoice' WHEN quantity IS NULL THEN 'quantity'
    WHEN invoiced_at IS NULL THEN 'invoiced_at' ${money} END`;
}

/** What `setRejectsAside` takes beside the data. */
export interface RejectOptions {
  readonly maxRejects: number;
  readonly dates?: string | undefined;
  readonly isRedacted?: boolean;
}

/** In the place of a value that might be an id. */
const hidden = "'not shown (--redact)'";

/**
 * Copies the rows of the table `loaded` that have a fault into the table `rejects`, and stops where they are too many.
 *
 * @param options `maxRejects`: the largest share that is allowed, 0 to 1; `dates`: how texts of dates were read, for the
 *   summary; `isRedacted`: what could not be read may hold anything, so that no value is kept
 * @throws SegmentLabError `empty-file` where there are no rows at all, `too-many-rejects` with a summary
 */
export async function setRejectsAside(
  database: Database,
  parts: readonly LoadedTable[],
  maps: readonly ColumnMap[],
  file: string,
  { maxRejects, dates, isRedacted = false }: RejectOptions,
): Promise<RejectsSummary> {
  const perFault = (of: (fault: (typeof faults)[number]) => string) =>
    `CASE fault ${faults.map((one) => `WHEN '${one.fault}' THEN ${of(one)}`).join(" ")} END`;
  const perPart = (of: (i: number) => string) =>
    `CASE part ${parts.map((_, i) => `WHEN ${i} THEN ${of(i)}`).join(" ")} END`;
  // headers are bound, never spliced
  const headers: string[] = [];
  const header = perFault(({ role }) =>
    perPart((i) => {
      headers.push(maps[i]![role] ?? role);
      return `$${headers.length}`;
    }),
  );
  await database.run(
    `CREATE TABLE rejects AS
     WITH starts AS (SELECT part, min(rowid) AS start FROM loaded GROUP BY part)
     SELECT part, coalesce(place, loaded.rowid - start) AS place, CAST(NULL AS BIGINT) AS line, ${header} AS column_name,
       ${isRedacted ? hidden : "given"} AS value, ${perFault(({ reason }) => `'${reason}'`)} AS reason
     FROM loaded JOIN starts USING (part) WHERE fault IS NOT NULL`,
    headers,
  );
  const ragged = await collectRagged(database, parts);
  await database.run(
    `INSERT INTO rejects SELECT part, NULL, line, 'the row', ${isRedacted ? hidden : "text"}, reason FROM ragged`,
  );
  const [count] = await database.rows<{ rows: number; rejects: number }>(
    "SELECT (SELECT count(*) FROM loaded) AS rows, (SELECT count(*) FROM rejects) AS rejects",
  );
  const rows = count!.rows + ragged;
  const { rejects } = count!;
  if (rows === 0) throw new SegmentLabError("empty-file", `${file} has a header but no rows`);
  if (rejects <= maxRejects * rows) {
    await findLines(database, parts, "TRUE");
    return { rows: rejects, share: rejects / rows };
  }

  // only the first of each kind is shown, so only its line is looked for
  await findLines(
    database,
    parts,
    "(part, place) IN (SELECT (part, min(place)) FROM rejects WHERE line IS NULL GROUP BY part, column_name)",
  );
  const kinds = await rejectKinds(database, parts);
  const isOfDates = dates !== undefined && kinds.some((kind) => kind.endsWith(`is not ${wanted.invoiced_at}`));
  const hint = isOfDates ? `; dates are read as ${dates}, --dates names another way` : "";
  throw new SegmentLabError(
    "too-many-rejects",
    `${formatNumber(rejects)} of ${formatNumber(rows)} rows of ${file} cannot be read (${formatShare(rejects / rows)}, over the ${formatShare(maxRejects)} that --max-rejects allows): ${kinds.join("; ")}${hint}`,
  );
}

/** Fills in the lines of rejects, as an editor counts them. */
async function findLines(database: Database, parts: readonly LoadedTable[], which: string): Promise<void> {
  for (const [part, { linesOf }] of parts.entries()) {
    const found = await database.rows<{ place: number }>(
      `SELECT DISTINCT place FROM rejects WHERE line IS NULL AND part = ${part} AND ${which} ORDER BY place`,
    );
    if (found.length === 0) continue;
    const places = found.map(({ place }) => place);
    const lines = await linesOf(places);
    await database.createTable("found_lines", [
      { name: "place", type: "INTEGER", values: places },
      { name: "line", type: "INTEGER", values: lines },
    ]);
    await database.run(
      `UPDATE rejects SET line = found_lines.line FROM found_lines WHERE part = ${part} AND rejects.place = found_lines.place`,
    );
    await database.run("DROP TABLE found_lines");
  }
}
