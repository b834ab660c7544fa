import { formatNumber } from "../core/format.js";
import type { MimeBundle } from "../lab/display.js";
import { escapeHtml } from "../lab/escape-html.js";
import { progressMark } from "../lab/progress-display.js";
import { provenanceMime } from "../lab/provenance.js";
import { foldLong } from "./fold-long.js";
import type { Output } from "./notebook.js";
import type { PageCounters } from "./page-counters.js";
import { renderChart } from "./render-chart.js";
import { renderDownload } from "./render-download.js";
import { renderFailedCell } from "./render-failed-cell.js";
import type { MarkdownRenderer } from "./render-markdown.js";
import { sanitize } from "./sanitize.js";

// a page is read, not searched for a log
const mostText = 200_000;

/** One output as HTML; empty for what a page does not show: warnings, progress, provenance (which has its own place). */
export async function renderOutput(
  output: Output,
  markdown: MarkdownRenderer,
  counters: PageCounters,
): Promise<string> {
  if (output.kind === "stream") return output.name === "stderr" ? "" : renderText(output.text, counters);
  const mark = Object.keys(progressMark)[0]!;
  if (output.metadata[mark] === progressMark[mark] || provenanceMime in output.data) return "";
  if (typeof output.data["text/csv"] === "string") return renderDownload(output.data["text/csv"], output.metadata);
  return renderFailedCell(output.data) || renderBundle(output.data, markdown, counters);
}

async function renderBundle(data: MimeBundle, markdown: MarkdownRenderer, counters: PageCounters): Promise<string> {
  const chart = Object.keys(data).find((mime) => /^application\/vnd\.vegalite\.v\d+\+json$/.test(mime));
  if (chart && typeof data[chart] === "object" && data[chart] !== null) {
    return renderChart(data[chart] as Readonly<Record<string, unknown>>, counters.next("figure"));
  }
  const text = (mime: string) =>
    typeof data[mime] === "string" ? data[mime] : Array.isArray(data[mime]) ? data[mime].join("") : null;
  const source = text("text/html");
  if (source !== null) {
    const html = sanitize(source);
    if (html.trim() === "") return "";
    return foldLong(
      `<div class="output">${html}</div>`,
      html.split("<tr").length - html.split("<thead").length,
      "rows",
      counters,
    );
  }
  const prose = text("text/markdown");
  if (prose !== null) return `<div class="prose">${markdown.render(prose)}</div>`;
  for (const mime of ["image/png", "image/jpeg", "image/gif", "image/webp"]) {
    const picture = text(mime);
    if (picture !== null && /^[A-Za-z0-9+/=\s]*$/.test(picture)) {
      return `<figure><img src="data:${mime};base64,${picture}" alt="${escapeHtml(text("text/plain") ?? "A picture")}"></figure>`;
    }
  }
  const drawing = text("image/svg+xml");
  if (drawing !== null) {
    const encoded = Buffer.from(drawing).toString("base64");
    return `<figure><img src="data:image/svg+xml;base64,${encoded}" alt="${escapeHtml(text("text/plain") ?? "A drawing")}"></figure>`;
  }
  const plain = text("text/plain");
  if (plain !== null) return renderText(plain, counters);
  return `<p class="chart-note">An output of type ${escapeHtml(Object.keys(data).join(", "))} has no form for a page.</p>`;
}

function renderText(text: string, counters: PageCounters): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with escape
  const plain = text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, "").replace(/\n$/, "");
  if (plain === "") return "";
  const shown = plain.slice(0, mostText);
  const rest = plain.length - shown.length;
  const note = rest > 0 ? `<p class="chart-note">${formatNumber(rest)} more characters are left out.</p>` : "";
  return foldLong(`<pre class="output">${escapeHtml(shown)}</pre>${note}`, shown.split("\n").length, "lines", counters);
}
