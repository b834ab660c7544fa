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
