import { stripTags } from "../lab/markdown.js";
import type { Provenance } from "../lab/provenance.js";
import { embedJson } from "./embed-json.js";
import type { Notebook } from "./notebook.js";
import { createMarkdownRenderer } from "./render-markdown.js";

/** What the index says about a page; stands in the page itself, so that an index can be made from pages alone. */
export interface PageSummary {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly figures: number;
  readonly data: string | null;
  readonly banner: string | null;
  /** What is wrong with the page, for the index; not kept in the page itself. */
  readonly notice?: string;
}

const open = '<script type="application/json" id="page-summary">';
const close = "</script>";

/** Sums up a notebook that was run: its first heading, its first paragraph, its number of figures, its data. */
export function summarizePage(notebook: Notebook, provenance: Provenance | null): PageSummary {
  const markdown = createMarkdownRenderer();
  const prose = notebook.cells
    .filter((cell) => cell.kind === "markdown")
    .map((cell) => markdown.render(cell.source))
    .join("");
  const isChart = (mime: string) => mime.startsWith("application/vnd.vegalite.") || mime.startsWith("image/");
  return {
    name: notebook.name,
    title: markdown.headings.find(({ level }) => level === 1)?.text ?? notebook.name,
    lead: stripTags(/<p>([\s\S]*?)<\/p>/.exec(prose)?.[1] ?? ""),
    figures: notebook.cells
      .flatMap((cell) => cell.outputs)
      .filter((output) => output.kind === "display" && Object.keys(output.data).some(isChart)).length,
    data: provenance?.data.name ?? null,
    banner: provenance?.banner ?? null,
  };
}

/** The element in which a page carries its summary. */
export function writeSummary(summary: PageSummary): string {
  return `${open}${embedJson(summary)}${close}`;
}

/** Reads the summary that a page carries; null when the page is not one of ours. */
export function readSummary(page: string): PageSummary | null {
  const start = page.indexOf(open);
  if (start < 0) return null;
  const end = page.indexOf(close, start);
  return JSON.parse(page.slice(start + open.length, end)) as PageSummary;
}
