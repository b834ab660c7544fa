import { formatNumber, formatShare } from "../../core/format.js";
import { moneyFormat } from "../../core/money.js";
import { listActionMarkdown } from "../../segments/hand-over/list-action-markdown.js";
import { plainMarkdown } from "../../segments/hand-over/plain-markdown.js";
import { type SegmentReach, sumReach } from "../../segments/hand-over/segment-reach.js";
import type { ActionPlan } from "../../segments/plan/action-plan.js";

// lists below reach so few that a line in the tables is enough
const leastShare = 0.05;

/** The lists that reach enough of a segment for a section of their own. */
export function mainReach(reach: readonly SegmentReach[]): SegmentReach[] {
  const { customers } = sumReach(reach);
  return reach.filter((one) => one.customers >= leastShare * customers);
}

/** What to do about a segment, in a sentence: how many to write to, mostly by which list, what it costs and brings. */
export function reachSentence(plan: ActionPlan, reach: readonly SegmentReach[]): string {
  const money = moneyFormat(plan.currency);
  const { contacts, contactCost, profit } = sumReach(reach);
  const first = reach.toSorted((a, b) => b.statuses.contact - a.statuses.contact)[0];
  if (!first || contacts === 0) {
    const isUnpaid = reach.some((one) => one.statuses["over-budget"] > 0);
    return isUnpaid ? "The budget pays a message to none of them." : "Nobody of them is worth a message now.";
  }
  const { list, statuses } = first;
  const share =
    statuses.contact === contacts
      ? ""
      : `, ${formatNumber(statuses.contact)} through the list “${plainMarkdown(list.name)}”`;
  const what = `Write to ${formatNumber(contacts)} of them${share} (${plainMarkdown(list.action.channel)}: ${plainMarkdown(list.action.offer)})`;
  if (profit === null) return `${what}; what it brings is not known.`;
  return `${what}; it costs ${money(contactCost)} and should bring ${money(profit.base)} of profit in ${plan.horizonDays} days, between ${money(profit.low)} and ${money(profit.high)}.`;
}

/** What to do, list by list, as Markdown. */
export function reachActions(reach: readonly SegmentReach[]): string {
  const main = mainReach(reach);
  const sections = main.map(({ list, customers, statuses }) => {
    const when = list.startWithinDays === null ? "Not now" : `Start within ${list.startWithinDays} days`;
    const head = `### ${plainMarkdown(list.name)}: ${formatNumber(statuses.contact)} to write to, of ${formatNumber(customers)}`;
    return `${head}\n\n${restSentence(statuses)}**${when}.** ${plainMarkdown(list.startReason)}\n\n${listActionMarkdown({ list })}`;
  });
  const others = reach.filter((one) => !main.includes(one) && one.statuses.contact > 0).length;
  const rest = `${formatNumber(others)} more ${others === 1 ? "list reaches" : "lists reach"} under ${formatShare(leastShare, 0)} of them each: see the tables below.`;
  return [...sections, ...(others === 0 ? [] : [rest])].join("\n\n");
}

/** Why the others of a list are not written to. */
function restSentence(statuses: SegmentReach["statuses"]): string {
  const { "hold-out": heldOut, "not-worth-it": unpaid, "over-budget": overBudget } = statuses;
  const parts = [
    ...(heldOut > 0 ? [`${formatNumber(heldOut)} held out to compare with`] : []),
    ...(unpaid > 0 ? [`${formatNumber(unpaid)} expected to buy anyway or too little for a contact to pay`] : []),
    ...(overBudget > 0 ? [`${formatNumber(overBudget)} beyond the budget`] : []),
  ];
  return parts.length === 0 ? "" : `The others: ${parts.join(", ")}. `;
}

/** What not to do, as Markdown. */
export function reachAvoid(reach: readonly SegmentReach[]): string {
  const heldOut = reach.reduce((sum, { statuses }) => sum + statuses["hold-out"], 0);
  const main = mainReach(reach);
  return [
    ...main.map(({ list }) => `- ${plainMarkdown(list.name)}: ${plainMarkdown(list.action.avoid)}.`),
    ...(heldOut === 0
      ? []
      : [
          `- Do not write to the ${formatNumber(heldOut)} who are held out, by any channel: without them nobody can tell what the campaigns brought.`,
        ]),
    ...(main.some(({ list }) => !list.test.learnable)
      ? ["- Do not call one wave of a list that is too small alone a success or a failure."]
      : []),
  ].join("\n");
}

/** How a segment's campaigns are read, as Markdown. */
export function reachReading(plan: ActionPlan, reach: readonly SegmentReach[]): string {
  const metrics = mainReach(reach).map(
    ({ list: { name, action } }) =>
      `- **${plainMarkdown(name)}**: measure ${plainMarkdown(action.metric)}; watch ${plainMarkdown(action.guardRail)}.`,
  );
  return [
    `The held-out are the same ${formatShare(plan.holdout.share, 0)} in every campaign, by a hash of their ids. Compare ${plan.horizonDays} days after the first message and not before; with several campaigns, correct the p-values by Holm's method.`,
    metrics.join("\n"),
  ].join("\n\n");
}
