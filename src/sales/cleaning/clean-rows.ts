import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import {
  type CleaningName,
  type CleaningPlan,
  type CleaningStep,
  cleaningPlans,
  defaultGoods,
} from "./cleaning-plans.js";
import type { Ledger, LedgerStep } from "./ledger.js";
import { findOverlap } from "./overlap.js";
import type { Overlap } from "./overlap-finding.js";

/** How rows are to be cleaned. */
export interface CleaningOptions {
  readonly cleaning: CleaningName;
  /** The pattern (RE2, matched in full against trimmed upper-case codes) of the stock codes that are goods. */
  readonly goods: string;
}

/** The cleaning that is meant where none is named. */
export const defaultCleaning: CleaningOptions = { cleaning: "default", goods: defaultGoods };

/**
 * Gives each row of the table `rows` its `fate`, and tells step by step what is left.
 *
 * @param file the file's name, for messages
 * @throws SegmentLabError `no-rows-left` naming the step that took the last rows
 */
export async function cleanRows(
  database: Database,
  { cleaning, goods }: CleaningOptions,
  file: string,
): Promise<{ ledger: Ledger; overlap: Overlap | null }> {
  const plan = cleaningPlans[cleaning];
  const overlap = plan.findsOverlap ? await findOverlap(database) : null;
  await giveFates(database, plan, goods);
  const ledger: LedgerStep[] = [];
  for (const step of plan.steps) ledger.push(await audit(database, step));
  refuseNothingLeft(ledger, file);
  return { ledger, overlap };
}

async function giveFates(database: Database, plan: CleaningPlan, goods: string): Promise<void> {
  const isDoubled = plan.findsOverlap ? `"row" IN (FROM overlap_rows)` : "FALSE";
  const rules = plan.rules.map(({ fate, when }) => `WHEN ${when} THEN '${fate}'`).join(" ");
  const values = rules.includes("$1") ? [goods] : [];
  try {
    await database.run(
      `CREATE TABLE fated AS SELECT *, CASE WHEN ${isDoubled} THEN 'overlap' ${rules} ELSE 'sold' END AS fate FROM rows`,
      values,
    );
  } catch (error) {
    if (values.length === 0 || !/regexp|invalid/i.test(String(error))) throw error;
    throw new SegmentLabError("bad-option", `--goods "${goods}" is not a regular expression`, { cause: error });
  }
  await database.run("DROP TABLE rows");
  await database.run("ALTER TABLE fated RENAME TO rows");
}

async function audit(database: Database, { step, from, reason, keeps }: CleaningStep): Promise<LedgerStep> {
  const fates = keeps.map((fate) => `'${fate}'`).join(", ");
  const [left] = await database.rows<Pick<LedgerStep, "rows" | "customers" | "invoices" | "revenue">>(`
    SELECT count(*) AS rows, count(DISTINCT customer) AS customers, count(DISTINCT invoice) AS invoices,
      coalesce(sum(revenue), 0) AS revenue FROM rows WHERE fate IN (${fates})`);
  return { step, from, reason, ...left! };
}

function refuseNothingLeft(ledger: Ledger, file: string): void {
  if (ledger.at(-1)!.rows > 0) return;
  const index = ledger.findIndex(({ step, rows }) => rows === 0 && step !== "returns");
  const { step, reason, from } = ledger[index]!;
  const before = ledger.find((earlier) => earlier.step === from)!.rows;
  const hint = step === "goods" ? "; say which codes are goods with --goods PATTERN" : "";
  throw new SegmentLabError(
    "no-rows-left",
    `cleaning leaves no sales of ${file}: the step "${step}" (${reason}) took the last ${before} rows${hint}`,
  );
}
