import { scorecardCriteria } from "../comparison/verdict/scorecard-criteria.js";
import { scorecardTable } from "../comparison/verdict/scorecard-table.js";
import type { Verdict } from "../comparison/verdict/verdict.js";
import { formatShare } from "../core/format.js";
import { Display } from "./display.js";
import { escapeHtml } from "./escape-html.js";
import { stripTags } from "./markdown.js";
import { tableDisplay } from "./table-display.js";

/** A verdict as it is read: the outcome, the reasons on structure, the scorecard, and what to beware of. */
export function verdictDisplay(verdict: Verdict): Display {
  const { structure, card, row, warnings } = verdict;
  const weights = scorecardCriteria.map(({ name }) => `${name} ${formatShare(card.weights[name], 0)}`).join(", ");
  const table = tableDisplay(scorecardTable(card), {
    title: `Scorecard, 0 to 1 (weights: ${weights})`,
    digits: Object.fromEntries(
      ["total", "measured", ...scorecardCriteria.map(({ name }) => name)].map((name) => [name, 2]),
    ),
  });
  const source = [
    `<p><strong>${escapeHtml(verdict.summary)}</strong></p>`,
    list("What the rows are", [...structure.reasons, structure.advice]),
    list(`Why ${row.name}`, row.reasons),
    table.bundle["text/html"] ?? "",
    list("Beware", warnings),
  ].join("");
  return new Display({ "text/html": source, "text/plain": stripTags(source) }, stripTags(source));
}

function list(title: string, sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  return `<p>${escapeHtml(title)}:</p><ul>${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`;
}
