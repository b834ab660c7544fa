import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import { lineColumns } from "../loading/line-columns.js";
import type { SalesStore } from "../sales-store.js";
import { embeddedInvoices } from "./embedded-invoices.js";
import type { Redaction } from "./redaction.js";
import { createTextRedactor, type TextRedactor } from "./text-redactor.js";

/** The columns in which an id may stand beside other words. */
const textColumns = ["invoice", "sku", "description", "country"] as const;

/** What else held values as the file has them. */
const passedOn = ["pseudonyms", "written", "ragged", "reject_errors", "reject_scans"];

/**
 * Puts hashes in the place of customer ids in the table `loaded`, which gives way to `redacted`: nothing behind it knows
 * an id. Ids in the other texts of a row are found by `createTextRedactor`.
 *
 * @param isSmall whether the rows fit into memory
 * @returns the same search, for sentences about the file
 * @throws SegmentLabError `bad-option` where two customers would share a hash
 */
export async function redactRows(
  database: Database,
  store: SalesStore,
  redaction: Redaction,
  isSmall: boolean,
): Promise<TextRedactor> {
  const { customer: ids = [] } = (await database.columns(
    "SELECT DISTINCT customer FROM loaded WHERE customer IS NOT NULL ORDER BY customer",
  )) as { customer?: string[] };
  const pseudonyms = new Map(ids.map((id) => [id, redaction.pseudonymOf(id)]));
  refuseTwins(pseudonyms);
  const redact = createTextRedactor(pseudonyms);
  const joins = ["LEFT JOIN pseudonyms ON loaded.customer = pseudonyms.given"];
  const shown = new Map<string, string>([["customer", "pseudonyms.shown"]]);
  await createPairs(database, "pseudonyms", pseudonyms);
  for (const column of textColumns) {
    const found = column === "invoice" ? await embeddedInvoices(database, pseudonyms) : new Map<string, string>();
    const texts = await database.columns(`SELECT DISTINCT ${column} AS text FROM loaded WHERE ${column} IS NOT NULL`);
    for (const text of (texts.text ?? []) as string[]) {
      const redacted = redact(found.get(text) ?? text);
      if (redacted !== text) found.set(text, redacted);
    }
    if (found.size === 0) continue;
    await createPairs(database, `redacted_${column}`, found);
    joins.push(`LEFT JOIN redacted_${column} ON loaded.${column} = redacted_${column}.given`);
    shown.set(column, `coalesce(redacted_${column}.shown, loaded.${column})`);
  }
  const columns = lineColumns.map((name) => `${shown.get(name) ?? `loaded.${name}`} AS ${name}`);
  await store.writePassing(
    "redacted",
    `SELECT loaded.rowid AS "row", ${columns.join(", ")}, loaded.revenue FROM loaded ${joins.join(" ")}
     WHERE fault IS NULL ORDER BY loaded.rowid`,
    isSmall,
  );
  await store.drop("loaded");
  for (const name of [...passedOn, ...textColumns.map((column) => `redacted_${column}`)]) {
    await database.run(`DROP TABLE IF EXISTS ${name}`);
  }
  return redact;
}

function refuseTwins(pseudonyms: ReadonlyMap<string, string>): void {
  if (new Set(pseudonyms.values()).size === pseudonyms.size) return;
  throw new SegmentLabError("bad-option", "two customers have the same hash under this key; give another key");
}

async function createPairs(database: Database, table: string, pairs: ReadonlyMap<string, string>): Promise<void> {
  await database.createTable(table, [
    { name: "given", type: "VARCHAR", values: [...pairs.keys()] },
    { name: "shown", type: "VARCHAR", values: [...pairs.values()] },
  ]);
}
