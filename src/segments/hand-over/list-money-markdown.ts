import { formatNumber, formatPoints, formatShare } from "../../core/format.js";
import { moneyFormat } from "../../core/money.js";
import type { Assumption } from "../plan/action-plan.js";
import type { Cases } from "../playbook/playbook.js";
import type { ListStory } from "./list-story.js";
import { plainMarkdown } from "./plain-markdown.js";

/** Assumptions of a plan that money rests on; the others are of tests. */
const moneyRests = ["discount", "contact cost", "margin"];

/** What a list's action costs and brings, with ranges, and every assumption that this rests on, as Markdown. */
export function listMoneyMarkdown(story: ListStory): string {
  const { plan, list } = story;
  const money = moneyFormat(plan.currency);
  // a contact costs pennies, a list thousands
  const fine = (value: number) => money(value, Math.abs(value) < 100 ? 2 : 0);
  const rows = (name: string, cases: Cases) =>
    `| ${name} | ${fine(cases.low)} | ${fine(cases.base)} | ${fine(cases.high)} |`;
  const stake = list.stake ? [rows("net revenue at stake with them", list.stake)] : [];
  if (list.money === null) {
    const why = plan.noMoney ?? (list.size.customers > 0 ? "Nobody is contacted." : "The list wins nobody.");
    return [`No profit is worked out. ${plainMarkdown(why)}`, "", ...assumptionLines(story)].join("\n");
  }
  const { profit, profitPerContact, means, breakEven, contactCost, discountCost, holdoutPrice } = list.money;
  const contacts = list.size.statuses.contact;
  const uplift = {
    low: formatPoints(means.uplift.low),
    base: formatPoints(means.uplift.base),
    high: formatPoints(means.uplift.high),
  };
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
    `- **Break-even**: ${breakEven === null ? "no uplift pays for it" : `it pays from an uplift of ${formatPoints(breakEven)}`}.`,
    `- **The hold-out** forgoes ${fine(holdoutPrice)} of expected profit: the price of knowing.`,
    "",
    ...assumptionLines(story),
  ].join("\n");
}

function assumptionLines({ plan, list }: ListStory): string[] {
  const written = ({ value, unit }: Assumption) => {
    if (unit === "share" || unit === "probability") return formatShare(value);
    const [of, ...rest] = unit.split(" ");
    if (of === "currency") return [moneyFormat(plan.currency)(value, 2), ...rest].join(" ");
    return `${formatNumber(value, value % 1 === 0 ? 0 : 2)} ${unit}`;
  };
  const { uplift, upliftSource } = list.action;
  const cases = [uplift.low, uplift.base, uplift.high].map((value) => formatNumber(100 * value, 1)).join(", ");
  const others = [...list.assumptions.filter(({ name }) => !name.startsWith("uplift")), ...plan.assumptions];
  return [
    "What this takes for granted:",
    "",
    `- uplift: ${cases} points in the low, base and high case (${plainMarkdown(upliftSource)}).`,
    ...others
      .filter(({ name }) => moneyRests.some((wanted) => name.startsWith(wanted)))
      .map(
        (one) =>
          `- ${plainMarkdown(one.name)}: ${plainMarkdown(written(one))} (${plainMarkdown(one.source)}). ${plainMarkdown(one.text)}`,
      ),
    ...(plan.model === null
      ? []
      : [`- forecast: ${plainMarkdown(plan.model)} Season factor ${formatNumber(plan.season, 2)}.`]),
  ];
}
