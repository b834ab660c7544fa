import { formatNumber } from "../../core/format.js";
import type { ContactStatus } from "../plan/action-plan.js";
import type { ListStory } from "./list-story.js";

const statusWords: readonly (readonly [ContactStatus, string])[] = [
  ["contact", "write to them"],
  ["hold-out", "do not write: held out, so that the others can be compared with them"],
  ["not-worth-it", "do not write: a contact is expected to cost more than it brings"],
  ["over-budget", "do not write: past the budget"],
  ["no-forecast", "do not write: no history to forecast from"],
];

/** How many of a list's customers are written to, and why the others are not. */
export function listStatusMarkdown({ list: { size } }: ListStory): string {
  const others = size.members - size.customers;
  const lines = statusWords.flatMap(([status, words]) => {
    const count = size.statuses[status];
    return count === 0 ? [] : [`- **${formatNumber(count)}**: ${words}.`];
  });
  const elsewhere =
    others === 0
      ? []
      : [`- **${formatNumber(others)}**: not in this list, for another one of higher rank reaches them.`];
  return [`Of the ${formatNumber(size.members)}:`, "", ...lines, ...elsewhere].join("\n");
}
