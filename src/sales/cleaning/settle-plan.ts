import type { Database } from "../../core/database.js";
import { formatShare } from "../../core/format.js";
import type { CleaningPlan, PlannedRule } from "./cleaning-plan.js";

/**
 * The stock codes of Online Retail II that are goods, in full: five digits and up to three letters, and its odd codes.
 * Everything else there is postage, a fee, a discount or a test.
 */
export const onlineRetailGoods = "[0-9]{5}[A-Z]{0,3}|DCGS[0-9A-Z]+|SP[0-9]+|PADS|GIFT_[0-9]+_[0-9]+";

/** Every code; a fee among them is for the user to name. */
const anyGoods = "(?:.*)";
const cancelled = "C[0-9]+";

/**
 * Settles every parameter that is `auto` from the data, and says how.
 *
 * @param database the engine with the table `rows`
 * @returns the plan without `auto`, and a sentence for each decision that a reader should know of
 */
export async function settlePlan(
  database: Database,
  plan: CleaningPlan,
): Promise<{ plan: CleaningPlan; notes: string[] }> {
  const notes: string[] = [];
  const settled: PlannedRule[] = [];
  for (const step of plan) {
    if (step.parameter !== "auto") settled.push(step);
    else if (step.rule === "goods") settled.push({ ...step, parameter: await settleGoods(database, notes) });
    else settled.push({ ...step, parameter: await settleReturns(database, notes) });
  }
  return { plan: settled, notes };
}

async function settleGoods(database: Database, notes: string[]): Promise<string> {
  const [row] = await database.rows<{ coded: number; alike: number }>(
    "SELECT count(sku) AS coded, count(*) FILTER (WHERE regexp_full_match(sku, $1)) AS alike FROM rows",
    [onlineRetailGoods],
  );
  const { coded, alike } = row!;
  if (coded === 0 || alike >= coded / 2) return onlineRetailGoods;
  notes.push(
    `Only ${formatShare(alike / coded)} of the rows have stock codes like those of Online Retail II: every code counts as goods here; --goods PATTERN says which are.`,
  );
  return anyGoods;
}

async function settleReturns(database: Database, notes: string[]): Promise<string> {
  const [row] = await database.rows<{ marked: number; negative: number }>(
    "SELECT count(*) FILTER (WHERE regexp_full_match(invoice, $1)) AS marked, count(*) FILTER (WHERE quantity < 0) AS negative FROM rows",
    [cancelled],
  );
  const { marked, negative } = row!;
  if (marked > 0 || negative === 0) return cancelled;
  notes.push("No invoice is marked as a cancellation (C…): quantities below 0 are the returns.");
  return "negative";
}
