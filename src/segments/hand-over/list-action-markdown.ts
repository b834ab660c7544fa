import { formatNumber } from "../../core/format.js";
import { weekdayNames } from "../../core/weekday-names.js";
import type { ListStory } from "./list-story.js";
import { plainMarkdown } from "./plain-markdown.js";

/** What to do about a list: goal, offer, message, channel, timing. */
export function listActionMarkdown({ list }: Pick<ListStory, "list">): string {
  const { action, weekday, hour } = list;
  const best = [
    ...(weekday === null ? [] : [weekdayNames[weekday - 1]!]),
    ...(hour === null ? [] : [`${hour}:00`]),
  ].join(" ");
  return [
    `- **Goal**: ${plainMarkdown(action.goal)}`,
    `- **Offer**: ${plainMarkdown(action.offer)}`,
    `- **Message**: ${plainMarkdown(action.message)}`,
    `- **Channel**: ${plainMarkdown(action.channel)}`,
    `- **When**: ${plainMarkdown(action.timing)}${best === "" ? "" : `; the list's busiest hour is ${best}, and each customer's own best time stands in the list`}`,
    `- **Discount**: ${action.discount === 0 ? "none" : `${Math.round(1000 * action.discount) / 10} % of an order`}`,
  ].join("\n");
}

/**
 * The first working day, in steps: which lines, what message, when, whom to leave alone, when to look.
 *
 * @param link to the list's customers, as Markdown
 */
export function listStepsMarkdown({ plan, list }: ListStory, link: string): string {
  const { contact, "hold-out": heldOut } = list.size.statuses;
  if (list.startWithinDays === null || contact === 0)
    return `Nothing now: ${plainMarkdown(list.startReason)} Its customers stand in ${link} all the same.`;
  return [
    `1. Open ${link} and keep the ${formatNumber(contact)} lines whose \`status\` is \`contact\`.`,
    `2. Write one message: “${plainMarkdown(list.action.message)}”, with ${plainMarkdown(list.action.offer)}.`,
    `3. Send it by ${plainMarkdown(list.action.channel)}: ${plainMarkdown(list.action.timing)}${bestColumns(list)}.`,
    ...(heldOut > 0
      ? [`4. Leave the ${formatNumber(heldOut)} lines with \`hold-out\` alone for ${plan.horizonDays} days.`]
      : []),
    `${heldOut > 0 ? 5 : 4}. Then compare who ordered, as “How we will know” has it.`,
  ].join("\n");
}

/** What not to do about a list. */
export function listAvoidMarkdown({ list }: Pick<ListStory, "list">): string {
  const { "hold-out": heldOut } = list.size.statuses;
  return [
    `- ${plainMarkdown(list.action.avoid)}`,
    ...(heldOut === 0
      ? []
      : [
          `- Do not write to the ${formatNumber(heldOut)} who are held out, by any channel: without them nobody can tell what the campaign brought.`,
        ]),
    ...(list.test.learnable || list.size.statuses.contact === 0
      ? []
      : ["- Do not call one wave a success or a failure: it is too small to tell."]),
  ].join("\n");
}

function bestColumns({ weekday, hour }: ListStory["list"]): string {
  if (weekday === null) return "";
  return `; each customer has a \`best_weekday\`${hour === null ? "" : " and a `best_hour`"}`;
}
