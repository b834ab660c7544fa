import type { SqlValue } from "../../core/database.js";
import type { RuleName } from "../cleaning/cleaning-rules.js";

/** `error`: figures are wrong where it is left as it is; `warning`: look at it; `note`: how such files are. */
export type Severity = "error" | "warning" | "note";

/** Something about the file that a reader of its figures should know, with the rows behind it. */
export interface Finding {
  /** A stable name, such as `customer-missing`. */
  readonly finding: string;
  readonly severity: Severity;
  /** What was looked for: "rows without a customer". */
  readonly check: string;
  /** How often: "16 codes, 5,813 rows". */
  readonly size: string;
  /** Both in one line. */
  readonly title: string;
  /** What it does to figures that ignore it. */
  readonly why: string;
  /** How many rows as read it touches. */
  readonly rows: number;
  /** Σ |quantity × price| of these rows. */
  readonly revenue: number;
  /** How many of them cleaning left among the sales, and what these carry. */
  readonly rowsInSales: number;
  readonly revenueInSales: number;
  /** The rows themselves, the most telling first: `sales.query(finding.query.sql, finding.query.values)`. */
  readonly query: { readonly sql: string; readonly values: readonly SqlValue[] };
}

/** What the rules of this file are measured against. */
export interface ProfileFacts {
  /** The pattern of the codes that are goods. */
  readonly goods: string;
  /** The pattern of the invoices that cancel; null where every quantity below 0 does. */
  readonly cancelling: string | null;
  /** Digits of the closed weekdays, "6" for Saturday. */
  readonly closedWeekdays: string;
  /** Dates without a row on open weekdays, in runs. */
  readonly gaps: readonly { readonly from: string; readonly to: string; readonly days: number }[];
  /** First day after a partial first month; first day of a partial last month. */
  readonly afterFirst: string | null;
  readonly fromLast: string | null;
  /** First and last day of the file's bulk; dates outside stand apart from it. */
  readonly earliest: string;
  readonly latest: string;
  /** Lines of this revenue or more are extreme. */
  readonly extreme: number;
  /** How money of the file is written. */
  readonly money: (amount: number) => string;
  /** How many times its code's median price makes a price strange. */
  readonly priceFactor: number;
}

/** One check, as data. */
export interface FindingRule {
  readonly finding: string;
  readonly severity: Severity;
  /** What is looked for, in the plural and without a capital. */
  readonly check: string | ((facts: ProfileFacts) => string);
  readonly why: string;
  /** The rule of cleaning without which the check cannot be made. */
  readonly needs?: RuleName;
  /** SQL predicate over `rows`, with $1, $2, … for `values`. */
  readonly where: string;
  readonly values?: (facts: ProfileFacts) => readonly SqlValue[];
  /** SQL aggregate over the touched rows of what the title counts beside them. */
  readonly counts?: { readonly sql: string; readonly nouns: readonly [one: string, many: string] };
  /** SQL order of the rows; the greatest revenue first where left out. */
  readonly order?: string;
  /** For what no row shows: what was found, undefined for nothing. */
  readonly found?: (facts: ProfileFacts) => string | undefined;
}
