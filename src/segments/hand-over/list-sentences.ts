import { formatNumber, formatShare } from "../../core/format.js";
import { moneyFormat } from "../../core/money.js";
import { describeTraits } from "./describe-traits.js";
import type { ListStory } from "./list-story.js";
import { plainMarkdown } from "./plain-markdown.js";

/**
 * A list in three sentences made of its figures: who they are, what sets them apart, what to do and what it should bring.
 *
 * @returns Markdown
 */
export function listSentences(story: ListStory): [who: string, apart: string, action: string] {
  return [whoSentence(story), apartSentence(story), actionSentence(story)];
}

function whoSentence({ plan, profile }: ListStory): string {
  const money = moneyFormat(plan.currency);
  const { customers, customerShare, revenue, revenueShare, columns } = profile;
  const [orders, recency, value] = ["orders", "recency_days", "net_revenue"].map((name) => columns[name]?.median ?? 0);
  const whole = (number: number) => formatNumber(number, number % 1 === 0 ? 0 : 1);
  const past = `${whole(orders!)} order${orders === 1 ? "" : "s"} worth ${money(value!)}, the last one ${whole(recency!)} days ago`;
  if (customers === 1) return `This is one customer, with ${past}.`;
  const share = `${formatShare(customerShare)} of all, ${formatShare(revenueShare)} of net revenue: ${money(revenue)}`;
  return `These are ${formatNumber(customers)} customers (${share}); the median one has placed ${past}.`;
}

function apartSentence({ profile, favourite }: ListStory): string {
  const traits = describeTraits(profile);
  const theirs = favourite?.description ?? favourite?.sku;
  const product =
    favourite && theirs
      ? `they take “${plainMarkdown(theirs)}” ${formatNumber(favourite.lift, 1)} times as often as the shop does`
      : "";
  const habits = traits.length > 0 ? `they ${traits.join(" and ")}` : "";
  const parts = [habits, product].filter((part) => part !== "");
  if (parts.length === 0) return "In how they buy they are like the rest of the shop.";
  return `Set against the shop, ${parts.join("; ")}.`;
}

function actionSentence({ plan, list }: ListStory): string {
  const money = moneyFormat(plan.currency);
  const { contact } = list.size.statuses;
  if (list.size.customers === 0)
    return "No one of them is left for a campaign of their own: other lists reach them all.";
  if (list.startWithinDays === null) return `Do not write to them now: ${lowerFirst(list.startReason)}`;
  const whom = list.lens === "clusters" || contact < list.size.members ? `${formatNumber(contact)} of them` : "them";
  const offer = `Write to ${whom} within ${list.startWithinDays} days by ${plainMarkdown(list.action.channel)}, with ${plainMarkdown(list.action.offer)}`;
  if (list.money === null) return `${offer}; what it brings is not known.`;
  const { profit, contactCost } = list.money;
  return (
    `${offer}; the contacts cost ${money(contactCost)}, and ${money(profit.base)} of profit is expected in ` +
    `${plan.horizonDays} days, between ${money(profit.low)} and ${money(profit.high)}.`
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
