import { formatNumber, formatShare } from "../../core/format.js";
import { moneyFormat } from "../../core/money.js";
import type { Assumption } from "../plan/action-plan.js";
import type { Cases } from "../playbook/playbook.js";
import type { ListStory } from "./list-story.js";
import { plainMarkdown } from "./plain-markdown.js";

/** What a list's action costs and brings, with ranges, and every assumption that this rests on, as Markdown. */
export function listMoneyMarkdown({ plan, list }: ListStory): string {
  const money = moneyFormat(plan.currency);
  // a contact costs pennies, a list thousands
  const fine = (value: number) => money(value, Math.abs(value) < 100 ? 2 : 0);
  const rows = (name: string, cases: Cases) =>
    `| ${name} | ${fine(cases.low)} | ${fine(cases.base)} | ${fine(cases.high)} |`;
  const stake = list.stake ? [rows("net revenue at stake with them", list.stake)] : [];
  if (list.money === null) {
    const why = plan.noMoney ?? (list.size.customers > 0 ? "Nobody is contacted." : "The list wins nobody.");
    return [`No profit is worked out. ${plainMarkdown(why)}`, "", ...assumptionLines(list.assumptions)].join("\n");
  }
  const { profit, profitPerContact, means, breakEven, contactCost, discountCost, holdoutPrice } = list.money;
  const contacts = list.size.statuses.contact;
  const uplift = { low: points(means.uplift.low), base: points(means.uplift.base), high: points(means.uplift.high) };
  return [
    `In ${plan.horizonDays} days from ${plan.asOf}, over the ${formatNumber(contacts)} who are contacted:`,
    "",
    "| | low | base | high |",
    "| --- | ---: | ---: | ---: |",
    `| uplift in the share who order | ${uplift.low} | ${uplift.base} | ${uplift.high} |`,
    rows("**expected profit**", profit),
    rows("profit per contact", profitPerContact),
    ...stake,
    "",
    `- **Cost of the contacts**: ${fine(contactCost)}${discountCost > 0 ? `; discounts given away: ${fine(discountCost)}` : ""}.`,
    `- **Without a contact** ${formatShare(means.baseline)} of them are expected to order, ${fine(means.orderValue)} an order.`,
    `- **Break-even**: ${breakEven === null ? "no uplift pays for it" : `it pays from an uplift of ${points(breakEven)}`}.`,
    `- **The hold-out** forgoes ${fine(holdoutPrice)} of expected profit: the price of knowing.`,
    "",
    ...assumptionLines([...list.assumptions, ...plan.assumptions.filter(({ name }) => name === "margin")]),
  ].join("\n");
}

function assumptionLines(assumptions: readonly Assumption[]): string[] {
  const lines = assumptions.map(({ name, value, unit, source, text }) => {
    const number =
      unit === "share" || unit === "probability"
        ? formatShare(value)
        : `${formatNumber(value, value % 1 === 0 ? 0 : 2)} ${plainMarkdown(unit)}`;
    return `- ${plainMarkdown(name)}: ${number} (${plainMarkdown(source)}). ${plainMarkdown(text)}`;
  });
  return lines.length === 0 ? [] : ["What this takes for granted:", "", ...lines];
}

/** A difference of shares in percentage points: 0.0312 → "3.1 points". */
export function points(share: number): string {
  return `${formatNumber(100 * share, 1).replace("-", "−")} points`;
}
