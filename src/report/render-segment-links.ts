import { escapeHtml } from "../lab/escape-html.js";
import type { PageSummary } from "./page-summary.js";

/** The part of the index that leads to the segments' pages; empty where there are none. */
export function renderSegmentLinks(segments: readonly PageSummary[]): string {
  if (segments.length === 0) return "";
  const links = segments.map(
    ({ name, title, lead }) =>
      `<li><a href="segments/${encodeURIComponent(name)}.html"><div class="card-text"><h3>${escapeHtml(title)}</h3><p>${escapeHtml(lead)}</p></div></a></li>`,
  );
  return `<section aria-labelledby="segments"><h2 id="segments">Segments</h2><ul class="cards segments">${links.join("\n")}</ul></section>`;
}
