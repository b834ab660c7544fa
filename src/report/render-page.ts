import { createHash } from "node:crypto";
import { escapeHtml } from "../lab/escape-html.js";
import { highlight } from "./highlight.js";
import type { Cell, Notebook } from "./notebook.js";
import { pageStyle } from "./page-style.js";
import { summarizePage, writeSummary } from "./page-summary.js";
import { createMarkdownRenderer, type Heading, type MarkdownRenderer } from "./render-markdown.js";
import { renderOutput } from "./render-output.js";
import { findProvenance, renderProvenance } from "./render-provenance.js";

/** How a page is rendered. */
export interface RenderPageOptions {
  /** The page's script, from `readPageScript`. */
  readonly script: string;
  /** Whether to print how long each cell took; pages then differ from run to run. */
  readonly times?: boolean;
}

/** A notebook that was run, as one self-contained HTML page: the same bytes for the same outputs. */
export function renderPage(notebook: Notebook, { script, times = false }: RenderPageOptions): string {
  const markdown = createMarkdownRenderer();
  const body = notebook.cells.map((cell) => renderCell(cell, markdown, times)).join("\n");
  const provenance = findProvenance(notebook);
  const summary = summarizePage(notebook, provenance);
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const banner = provenance?.banner ? `<p class="banner" role="note">${escapeHtml(provenance.banner)}</p>` : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Segment Lab">
<title>${escapeHtml(summary.title)}</title>
<style>${pageStyle}</style>
${writeSummary(summary)}
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<header class="top"><span class="brand">Segment Lab</span><span class="data">${escapeHtml(summary.data ?? "")}</span><button id="toggle-code" type="button" aria-pressed="false" hidden>Show code</button></header>
${banner}
<div class="layout">
${renderContents(markdown.headings, provenance !== null)}
<main id="content">
${body}
${provenance ? renderProvenance(provenance) : ""}
</main>
</div>
<script>${script}</script>
</body>
</html>
`;
}

function renderCell(cell: Cell, markdown: MarkdownRenderer, times: boolean): string {
  if (cell.kind === "markdown") return `<div class="prose">${markdown.render(cell.source)}</div>`;
  if (cell.kind === "raw" || cell.source.trim() === "") return "";
  const outputs = cell.outputs.map((output) => renderOutput(output, markdown)).join("\n");
  const time = times && cell.seconds !== undefined ? ` <small>${cell.seconds.toFixed(2)} s</small>` : "";
  const code = `<details class="code"><summary>Code${time}</summary><pre><code>${highlight(cell.source)}</code></pre></details>`;
  // what a reader came for stands first; cells that only prepare take one line
  return `<div class="cell">${outputs.trim()}${code}</div>`;
}

function renderContents(headings: readonly Heading[], hasProvenance: boolean): string {
  const entries = headings.filter(({ level }) => level === 2 || level === 3);
  const last = hasProvenance ? [{ level: 2, id: "provenance", text: "Where these figures come from" }] : [];
  const links = [...entries, ...last].map(
    ({ level, id, text }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="contents" aria-label="Contents"><ol>${links.join("")}</ol></nav>`;
}
