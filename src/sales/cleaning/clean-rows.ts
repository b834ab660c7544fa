import type { Database } from "../../core/database.js";
import { SegmentLabError } from "../../core/errors.js";
import { otherCountry, toldCountries } from "../redaction/told-countries.js";
import type { SalesStore } from "../sales-store.js";
import { auditSteps } from "./audit-steps.js";
import type { CleaningPlan } from "./cleaning-plan.js";
import { ruleOf } from "./cleaning-rules.js";
import type { Ledger } from "./ledger.js";
import { ledgerSteps } from "./ledger-steps.js";
import { findOverlap } from "./overlap.js";
import type { Overlap } from "./overlap-finding.js";
import { findRepeats } from "./repeats.js";
import { settlePlan } from "./settle-plan.js";

/** What cleaning gives. */
export interface CleanedRows {
  readonly ledger: Ledger;
  /** What was found about a stretch of time that stands in the file twice; null where the plan does not look for it. */
  readonly overlap: Overlap | null;
  /** The plan with every parameter settled. */
  readonly plan: CleaningPlan;
  readonly notes: readonly string[];
}

/**
 * Gives each row of the view `rows` its `fate` by the first rule of the plan that takes it, and tells step by step what
 * is left.
 *
 * @param file the file's name, for messages
 * @param options `store`: where the rows and their fates are written; `isRedacted`: countries of few customers become one
 * @throws SegmentLabError `no-rows-left` naming the step that took the last rows, `bad-option` for a pattern that is none
 */
export async function cleanRows(
  database: Database,
  loose: CleaningPlan,
  file: string,
  { store, isRedacted = false }: { readonly store: SalesStore; readonly isRedacted?: boolean },
): Promise<CleanedRows> {
  const has = (name: string) => loose.some(({ rule }) => rule === name);
  const overlap = has("overlap") ? await findOverlap(database) : null;
  const { plan, notes } = await settlePlan(database, loose);
  if (has("repeats")) await findRepeats(database);
  await giveFates(plan, store, isRedacted ? database : null);
  await store.dropPassing();
  const ledger = await auditSteps(database, ledgerSteps(plan));
  refuseNothingLeft(ledger, file);
  return { ledger, overlap, plan, notes };
}

/** @param redacted the engine, where countries of few customers are not to be told apart */
async function giveFates(plan: CleaningPlan, store: SalesStore, redacted: Database | null): Promise<void> {
  const patterns: string[] = [];
  const bind = (value: string) => `$${patterns.push(value)}`;
  const cases = plan.map(({ rule, parameter = "" }) => {
    const { takes, fate } = ruleOf(rule);
    return `WHEN ${takes(parameter, bind)} THEN '${fate}'`;
  });
  try {
    const fated = `SELECT *, CASE ${cases.join(" ")} ELSE 'sold' END AS fate FROM rows`;
    if (redacted === null) return await store.write("rows", fated, patterns);
    const told = await toldCountries(redacted, fated, patterns);
    const stays = [...told].map((country) => (country === null ? "country IS NULL" : `country = ${bind(country)}`));
    const country = `CASE WHEN ${["FALSE", ...stays].join(" OR ")} THEN country ELSE '${otherCountry}' END`;
    await store.write("rows", `SELECT * REPLACE (${country} AS country) FROM (${fated})`, patterns);
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
    if (!/regexp|repetition|missing|invalid/i.test(line!)) throw error;
    throw new SegmentLabError("bad-option", `a pattern of the cleaning is not a regular expression: ${line}`, {
      cause: error,
    });
  }
}

function refuseNothingLeft(ledger: Ledger, file: string): void {
  if (ledger.at(-1)!.rows > 0) return;
  const { step, reason, from } = ledger.find(({ step: name, rows }) => rows === 0 && name !== "returns")!;
  const before = ledger.find((earlier) => earlier.step === from)!.rows;
  const hint = step === "goods" ? "; say which codes are goods with --goods PATTERN" : "";
  throw new SegmentLabError(
    "no-rows-left",
    `cleaning leaves no sales of ${file}: the step "${step}" (${reason}) took the last ${before} rows${hint}`,
  );
}
