import type { Sales } from "../open-sales.js";
import { calendarRules } from "./calendar-rules.js";
import { counted } from "./counted.js";
import type { Finding, FindingRule, ProfileFacts } from "./finding.js";
import { lineRules } from "./line-rules.js";
import { relationRules } from "./relation-rules.js";

const rules: readonly FindingRule[] = [...lineRules, ...relationRules, ...calendarRules];

// rows are counted from 1 wherever a reader sees them
const shown = `"row" + 1 AS "row", fate, invoice, sku, description, quantity, price, revenue, invoiced_at, customer, country`;
const greatest = `abs(revenue) DESC, "row"`;

/**
 * Asks every check of the rows as read.
 *
 * @returns what was found, the greatest touched revenue first, the checks that found nothing, and those that need a rule of cleaning
 * which the plan leaves out
 */
export async function findFindings(
  sales: Sales,
  facts: ProfileFacts,
): Promise<{ findings: Finding[]; passed: string[]; skipped: string[] }> {
  const findings: Finding[] = [];
  const passed: string[] = [];
  const skipped: string[] = [];
  const planned = new Set(sales.plan.map(({ rule }) => rule));
  for (const rule of rules) {
    if (rule.needs && !planned.has(rule.needs)) {
      skipped.push(checkOf(rule, facts));
      continue;
    }
    const finding = await measure(sales, rule, facts);
    if (finding) findings.push(finding);
    else passed.push(checkOf(rule, facts));
  }
  findings.sort((a, b) => b.revenue - a.revenue || b.rows - a.rows || (a.finding < b.finding ? -1 : 1));
  return { findings, passed, skipped };
}

type Measured = Pick<Finding, "rows" | "revenue" | "rowsInSales" | "revenueInSales"> & { readonly n: number };

async function measure(sales: Sales, rule: FindingRule, facts: ProfileFacts): Promise<Finding | undefined> {
  const values = rule.values?.(facts) ?? [];
  const [found] = await sales.rows<Measured>(
    `SELECT ${rule.counts?.sql ?? "0"} AS n, count(*) AS rows, coalesce(CAST(sum(abs(revenue)) AS DOUBLE), 0) AS revenue,
      count(*) FILTER (WHERE fate = 'sold') AS "rowsInSales",
      coalesce(CAST(sum(abs(revenue)) FILTER (WHERE fate = 'sold') AS DOUBLE), 0) AS "revenueInSales"
     FROM rows WHERE ${rule.where}`,
    values,
  );
  const { n, ...measured } = found!;
  const rows = counted(measured.rows, "row", "rows");
  const shape = rule.counts ? `${counted(n, ...rule.counts.nouns)}, ${rows}` : rows;
  const size = rule.found ? rule.found(facts) : measured.rows > 0 ? shape : undefined;
  if (size === undefined) return undefined;
  const { finding, severity, why } = rule;
  const check = checkOf(rule, facts);
  return {
    finding,
    severity,
    check,
    size,
    title: `${check.charAt(0).toUpperCase()}${check.slice(1)}: ${size}`,
    why,
    ...measured,
    query: { sql: `SELECT ${shown} FROM rows WHERE ${rule.where} ORDER BY ${rule.order ?? greatest}`, values },
  };
}

function checkOf({ check }: FindingRule, facts: ProfileFacts): string {
  return typeof check === "string" ? check : check(facts);
}
