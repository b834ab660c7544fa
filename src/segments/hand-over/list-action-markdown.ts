import { formatNumber } from "../../core/format.js";
import { weekdayNames } from "./campaign-csv.js";
import type { ListStory } from "./list-story.js";
import { plainMarkdown } from "./plain-markdown.js";

/** What to do about a list: goal, offer, message, channel, timing. */
export function listActionMarkdown({ list }: ListStory): string {
  const { action, weekday, hour } = list;
  const best = [
    ...(weekday === null ? [] : [weekdayNames[weekday - 1]!]),
    ...(hour === null ? [] : [`from ${hour}:00`]),
  ].join(" ");
  return [
    `- **Goal**: ${plainMarkdown(action.goal)}`,
    `- **Offer**: ${plainMarkdown(action.offer)}`,
    `- **Message**: ${plainMarkdown(action.message)}`,
    `- **Channel**: ${plainMarkdown(action.channel)}`,
    `- **When**: ${plainMarkdown(action.timing)}${best === "" ? "" : `; most of their orders come on ${best}, each customer's own best time stands in the file`}`,
    `- **Discount**: ${action.discount === 0 ? "none" : `${Math.round(1000 * action.discount) / 10} % of an order`}`,
  ].join("\n");
}

/** What not to do about a list. */
export function listAvoidMarkdown({ list }: ListStory): string {
  const { "hold-out": heldOut } = list.size.statuses;
  return [
    `- ${plainMarkdown(list.action.avoid)}`,
    ...(heldOut === 0
      ? []
      : [
          `- Do not write to the ${formatNumber(heldOut)} who are held out, by any channel: without them nobody can tell what the campaign brought.`,
        ]),
    ...(list.test.learnable || list.size.customers === 0
      ? []
      : ["- Do not call one wave a success or a failure: it is too small to tell."]),
  ].join("\n");
}
