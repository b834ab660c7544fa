/** What is left after one step of cleaning. */
export interface LedgerStep {
  readonly step: string;
  /** The step whose rows this one started from; null for the first. */
  readonly from: string | null;
  readonly reason: string;
  readonly rows: number;
  readonly customers: number;
  readonly invoices: number;
  /** Σ quantity × price of the rows that are left, in the file's currency. */
  readonly revenue: number;
}

/** The audit of a cleaning: its steps in order. */
export type Ledger = readonly LedgerStep[];

/** The ledger with the rows that could not be read: they were in the file, and nothing else is known of them. */
export function withRejects(ledger: Ledger, rejects: number): Ledger {
  const [read, ...rest] = ledger;
  if (rejects === 0 || !read) return ledger;
  const readable = { ...read, step: "readable", from: "read", reason: "every value can be read" };
  const later = rest.map((step) => (step.from === "read" ? { ...step, from: "readable" } : step));
  return [{ ...read, rows: read.rows + rejects }, readable, ...later];
}
