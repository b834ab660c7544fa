import type { Sales } from "../open-sales.js";
import type { ColumnProfile } from "./column-profile.js";
import { findFindings } from "./find-findings.js";
import type { Finding } from "./finding.js";
import { gatherFacts } from "./gather-facts.js";
import { profileColumns } from "./profile-columns.js";
import { type SalesCalendar, salesCalendar } from "./sales-calendar.js";

/** What is known of a file of transactions before anybody believes a figure made of it. */
export interface SalesProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  readonly calendar: SalesCalendar;
  /** The greatest touched revenue first. */
  readonly findings: readonly Finding[];
  /** Checks that found nothing. */
  readonly passed: readonly string[];
  /** Checks that cannot be made, because this cleaning leaves out the rule that they rest on. */
  readonly skipped: readonly string[];
  /** From this revenue on a line counts as extreme: Tukey's outer fence on the logarithm of |revenue|. */
  readonly extremeRevenue: number;
}

/**
 * Profiles every row of a file as it was read: its columns, its calendar, and findings ranked by the revenue that they
 * touch. A line is extreme from Q3 · (Q3 / Q1)³ of |revenue| on, Tukey's outer fence (Exploratory Data Analysis, 1977,
 * section 2D) on a logarithmic scale, where the revenue of lines is roughly symmetric; Q3 / Q1 counts as 2 at least.
 *
 * @param sales what `openSales` gave; nothing of it is changed
 * @param options `priceFactor`: a price so many times above or below its code's median is a finding, 5 where left out
 * @returns plain data; `findingRows(sales, finding)` fetches the rows behind a finding
 * @example
 * const profile = await profileSales(sales);
 * show(findingBars(profile.findings));
 */
export async function profileSales(
  sales: Sales,
  options: { readonly priceFactor?: number } = {},
): Promise<SalesProfile> {
  const { priceFactor = 5 } = options;
  const calendar = await salesCalendar(sales);
  const columns = await profileColumns(sales);
  const facts = await gatherFacts(sales, calendar, priceFactor);
  const { findings, passed, skipped } = await findFindings(sales, facts);
  return { rows: columns[0]!.rows, columns, calendar, findings, passed, skipped, extremeRevenue: facts.extreme };
}
