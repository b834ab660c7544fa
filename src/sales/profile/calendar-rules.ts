import { counted } from "./counted.js";
import type { FindingRule } from "./finding.js";

/** Checks of when lines were written. */
export const calendarRules: readonly FindingRule[] = [
  {
    finding: "partial-month",
    severity: "warning",
    check: "months that the file covers in part",
    why: "Set beside full months, they look like a collapse.",
    where: "coalesce(invoiced_at < CAST($1 AS DATE), FALSE) OR coalesce(invoiced_at >= CAST($2 AS DATE), FALSE)",
    values: ({ afterFirst, fromLast }) => [afterFirst, fromLast],
    counts: { sql: "count(DISTINCT date_trunc('month', invoiced_at))", nouns: ["month", "months"] },
  },
  {
    finding: "closed-weekday",
    severity: "warning",
    check: "rows on a weekday on which the shop is closed",
    why: "An exception that was worked, or a wrong date.",
    where: "contains($1, CAST(isodow(invoiced_at) AS VARCHAR))",
    values: ({ closedWeekdays }) => [closedWeekdays],
    counts: { sql: "count(DISTINCT CAST(invoiced_at AS DATE))", nouns: ["date", "dates"] },
  },
  {
    finding: "isolated-dates",
    severity: "error",
    check: "dates more than a year away from the rest",
    why: "A slip of the year: one such row stretches every recency, tenure and calendar.",
    where: "invoiced_at < CAST($1 AS DATE) OR invoiced_at >= CAST($2 AS DATE) + 1",
    values: ({ earliest, latest }) => [earliest, latest],
    order: `invoiced_at, "row"`,
  },
  {
    finding: "calendar-gaps",
    severity: "note",
    check: "open weekdays without a row",
    why: "Holidays, or days that were lost: a trend must not take them for bad days.",
    where: "FALSE",
    found: ({ gaps }) => {
      const days = gaps.reduce((sum, gap) => sum + gap.days, 0);
      const longest = gaps[0];
      return longest === undefined
        ? undefined
        : `${counted(days, "date", "dates")}, the longest run ${longest.from} to ${longest.to}`;
    },
  },
];
