import type { Database } from "../../core/database.js";
import type { Ledger, LedgerStep } from "./ledger.js";
import type { PlannedStep } from "./ledger-steps.js";

/**
 * Counts what is left after each step of a plan: rows, customers, invoices and revenue, in three passes over the table
 * `rows` however many steps there are.
 */
export async function auditSteps(database: Database, steps: readonly PlannedStep[]): Promise<Ledger> {
  const fates = [...new Set(steps.flatMap(({ keeps }) => keeps))];
  const keeps = ({ keeps: kept }: PlannedStep, has: (fate: string) => string) =>
    kept.map((fate) => has(fate)).join(" OR ");
  const sums = steps
    .map((step, i) => {
      const isLeft = keeps(step, (fate) => `fate = '${fate}'`);
      return `coalesce(sum(rows) FILTER (WHERE ${isLeft}), 0) AS rows${i}, coalesce(sum(revenue) FILTER (WHERE ${isLeft}), 0) AS revenue${i}`;
    })
    .join(", ");
  const [total] = await database.rows<Record<string, number>>(
    `SELECT ${sums} FROM (SELECT fate, count(*) AS rows, sum(revenue) AS revenue FROM rows GROUP BY fate)`,
  );
  // an invoice is left while any of its rows is: which fates they have tells after which steps
  const present = fates.map((fate, f) => `bool_or(fate = '${fate}') AS has${f}`).join(", ");
  const counts = steps.map(
    (step, i) => `count(*) FILTER (WHERE ${keeps(step, (fate) => `has${fates.indexOf(fate as never)}`)}) AS left${i}`,
  );
  const countEach = async (column: string) => {
    const [row] = await database.rows<Record<string, number>>(
      `SELECT ${counts.join(", ")} FROM (SELECT ${present} FROM rows WHERE ${column} IS NOT NULL GROUP BY ${column})`,
    );
    return row!;
  };
  const customers = await countEach("customer");
  const invoices = await countEach("invoice");
  return steps.map(
    ({ step, from, reason }, i): LedgerStep => ({
      step,
      from,
      reason,
      rows: total![`rows${i}`]!,
      customers: customers[`left${i}`]!,
      invoices: invoices[`left${i}`]!,
      revenue: total![`revenue${i}`]!,
    }),
  );
}
