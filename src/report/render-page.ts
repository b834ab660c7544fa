import { highlight } from "./highlight.js";
import type { Cell, Notebook } from "./notebook.js";
import { createPageCounters, type PageCounters } from "./page-counters.js";
import { summarizePage, writeSummary } from "./page-summary.js";
import { renderFrame } from "./render-frame.js";
import { createMarkdownRenderer, type MarkdownRenderer } from "./render-markdown.js";
import { renderOutput } from "./render-output.js";
import { findProvenance, renderProvenance } from "./render-provenance.js";
import type { PageScript } from "./vega-bundle.js";

/** How a page is rendered. */
export interface RenderPageOptions {
  /** From `readPageScript`. */
  readonly script: PageScript;
  /** Whether to print how long each cell took; pages then differ from run to run. */
  readonly times?: boolean;
  /** Where the index is, seen from the page; "index.html" where left out. */
  readonly home?: string;
}

/** A notebook that was run, as one self-contained HTML page: the same bytes for the same outputs. */
export async function renderPage(notebook: Notebook, options: RenderPageOptions): Promise<string> {
  const { script, times = false, home = "index.html" } = options;
  const markdown = createMarkdownRenderer();
  const counters = createPageCounters();
  const cells: string[] = [];
  // in order: figures and sections are numbered as they come
  for (const cell of notebook.cells) cells.push(await renderCell(cell, markdown, counters, times));
  const provenance = findProvenance(notebook);
  const summary = summarizePage(notebook, provenance, markdown.headings);
  const body = `${cells.join("\n")}\n${provenance ? renderProvenance(provenance) : ""}`;
  const last = provenance ? [{ level: 2, id: "provenance", text: "Where these figures come from" }] : [];
  const headings = [...markdown.headings.filter(({ level }) => level === 2 || level === 3), ...last];
  return renderFrame(
    {
      ...{ title: summary.title, data: summary.data, banner: summary.banner, home, headings, body },
      head: writeSummary(summary),
      hasCode: body.includes('<pre class="code">'),
      hasFigures: body.includes('<figure class="chart"'),
    },
    script,
  );
}

async function renderCell(
  cell: Cell,
  markdown: MarkdownRenderer,
  counters: PageCounters,
  times: boolean,
): Promise<string> {
  if (cell.kind === "markdown") return `<div class="prose">${markdown.render(cell.source)}</div>`;
  if (cell.kind === "raw") return "";
  const outputs: string[] = [];
  for (const output of cell.outputs) outputs.push(await renderOutput(output, markdown, counters));
  const time = times && cell.seconds !== undefined ? ` <small>${cell.seconds.toFixed(2)} s</small>` : "";
  const shown = outputs.join("\n").trim() + renderCode(cell.source, time, counters);
  // what a reader came for stands first; cells that only prepare take one line
  return shown === "" ? "" : `<div class="cell">${shown}</div>`;
}

// a checkbox: it folds without a script, and the switch in the header turns all of them round
function renderCode(source: string, time: string, counters: PageCounters): string {
  if (source.trim() === "") return "";
  const id = `code-${counters.next("code")}`;
  return `<input class="fold hidden-input" type="checkbox" id="${id}"><label for="${id}">Code${time}</label><pre class="code"><code>${highlight(source)}</code></pre>`;
}
