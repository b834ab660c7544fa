/** One line of an invoice; money in whole pence. */
export interface DraftLine {
  sku: string;
  description: string;
  quantity: number;
  pence: number;
}

/** An invoice before it has a number. */
export interface Draft {
  /** Index into the open days, and minutes after midnight. */
  day: number;
  minute: number;
  /** `C` cancels, `A` writes off a bad debt. */
  prefix: "" | "C" | "A";
  /** Customer number, 0 for a guest. */
  customer: number;
  country: string;
  lines: DraftLine[];
}
