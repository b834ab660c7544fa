import { effortWords } from "../playbook/effort.js";
import { listActionMarkdown, listAvoidMarkdown, listStepsMarkdown } from "./list-action-markdown.js";
import { listMoneyMarkdown } from "./list-money-markdown.js";
import { listSentences } from "./list-sentences.js";
import { listStatusMarkdown } from "./list-status-markdown.js";
import type { ListStory } from "./list-story.js";
import { listTestMarkdown } from "./list-test-markdown.js";
import { plainMarkdown } from "./plain-markdown.js";
import { profileMarkdown } from "./profile-markdown.js";

const briefColumns = ["recency_days", "orders", "net_revenue", "revenue_per_order", "unique_products", "return_rate"];

/**
 * A page for whoever runs the campaign: who, what, when, by which channel, at what cost and gain, how the shop will know,
 * and what not to do. Markdown; whatever a shop or a playbook calls things stays text.
 *
 * @param story the list with its plan and profiles
 * @param file the list's file of customers, from where the brief stands
 */
export function segmentBrief(story: ListStory, file: string): string {
  const { plan, list, profile, shop } = story;
  const isOn = list.startWithinDays !== null;
  return `${[
    `# ${plainMarkdown(list.name)}`,
    `**${isOn ? `Start within ${list.startWithinDays} days` : "Do not start this now"}.** ${plainMarkdown(list.startReason)} Priority ${list.priority} of ${plan.lists.length}. Work: ${effortWords[list.action.effort]}.`,
    listSentences(story).join(" "),
    list.startWithinDays === 30 ? "## On Monday" : "## On the first day",
    listStepsMarkdown(story, `[${file}](${file})`),
    "## What to do",
    listActionMarkdown(story),
    "## What not to do",
    listAvoidMarkdown(story),
    "## Who",
    profileMarkdown(profile, shop, plan.currency, briefColumns),
    listStatusMarkdown(story),
    "## Money",
    listMoneyMarkdown(story),
    "## How we will know",
    listTestMarkdown(story),
  ].join("\n\n")}\n`;
}
