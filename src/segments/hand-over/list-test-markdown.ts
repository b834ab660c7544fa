import { addDays } from "../../core/add-days.js";
import { formatNumber, formatShare } from "../../core/format.js";
import type { ListStory } from "./list-story.js";
import { plainMarkdown } from "./plain-markdown.js";

/** How a shop will know whether a list's action worked: groups, what they can find, the metric and when to read it, as Markdown. */
export function listTestMarkdown({ plan, list }: ListStory): string {
  const { test, action } = list;
  const { contact, "hold-out": heldOut } = list.size.statuses;
  const lines = [
    `- **Metric**: ${plainMarkdown(action.metric)}`,
    `- **Guard-rail**: ${plainMarkdown(action.guardRail)}`,
  ];
  if (contact + heldOut === 0) return [`${plainMarkdown(test.text)}`, "", ...lines].join("\n");
  return [
    plainMarkdown(test.text),
    "",
    `- **Groups**: ${formatNumber(test.contacts)} contacted, ${formatNumber(test.heldOut)} left out by a hash of their ids (the same ${formatShare(plan.holdout.share, 0)} in every campaign); both are worth a contact.`,
    ...lines,
    `- **Read it** ${formatNumber(plan.horizonDays)} days after the first message and not before: share who ordered, contacted against held out. If it starts on ${plan.asOf}, that is ${addDays(plan.asOf, plan.horizonDays)}.`,
    ...(heldOut > test.heldOut
      ? [`- Of the ${formatNumber(heldOut)} held out only those worth a contact are compared.`]
      : []),
    "- **With several campaigns**, correct the p-values by Holm's method before calling any of them a success.",
  ].join("\n");
}
