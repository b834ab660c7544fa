import type { Ledger, LedgerStep } from "../sales/cleaning/ledger.js";
import type { Display } from "./display.js";
import { recordsTable } from "./records-table.js";
import { tableDisplay } from "./table-display.js";

const keys: readonly (keyof LedgerStep)[] = ["step", "reason", "rows", "customers", "invoices", "revenue"];

/** Whether a value is a cleaning ledger. */
export function isLedger(value: unknown): value is Ledger {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((step) => typeof step === "object" && step !== null && keys.every((key) => key in step))
  );
}

/** A cleaning ledger as a table: what each step took, why, and what is left after it. */
export function ledgerDisplay(ledger: Ledger): Display {
  const before = new Map(ledger.map(({ step, rows }) => [step, rows]));
  // what is set aside by the way takes nothing: a later step starts where it did
  const isAside = (from: string | null, at: number) => ledger.slice(at + 1).some((later) => later.from === from);
  const steps = ledger.map(({ step, from, reason, rows, customers, invoices, revenue }, at) => ({
    ...{ step, reason },
    "rows taken": from === null || isAside(from, at) ? null : (before.get(from) ?? rows) - rows,
    ...{ "rows left": rows, customers, invoices, revenue },
  }));
  return tableDisplay(recordsTable(steps), { rows: steps.length, digits: { revenue: 0 } });
}
