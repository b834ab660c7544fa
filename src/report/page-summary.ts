import { stripTags } from "../lab/markdown.js";
import type { Provenance } from "../lab/provenance.js";
import { embedJson } from "./embed-json.js";
import { chartCaption } from "./figure/chart-caption.js";
import { compactSvg } from "./figure/compact-svg.js";
import type { Notebook } from "./notebook.js";
import { createMarkdownRenderer, type Heading } from "./render-markdown.js";

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
  /** What the search finds: headings and captions of figures, with their places in the page. */
  readonly places?: readonly { readonly id: string; readonly text: string }[];
  /** The run in figures, as far as the page knows them. */
  readonly run?: {
    readonly rows: number;
    readonly sales: number;
    readonly customers: number;
  };
  /** The page's first figure as SVG, and what it says; null without one. */
  readonly headline?: { readonly svg: string; readonly text: string } | null;
}

const open = '<script type="application/json" id="page-summary">';
const close = "</script>";

/** Sums up a notebook that was run: its headings, its first paragraph, its figures, its data. */
export function summarizePage(
  notebook: Notebook,
  provenance: Provenance | null,
  headings: readonly Heading[],
): PageSummary {
  const markdown = createMarkdownRenderer();
  const prose = notebook.cells
    .filter((cell) => cell.kind === "markdown")
    .map((cell) => markdown.render(cell.source))
    .join("");
  const displays = notebook.cells
    .flatMap((cell) => cell.outputs)
    .flatMap((output) => (output.kind === "display" ? [output.data] : []));
  const isImage = (data: object) => Object.keys(data).some((mime) => mime.startsWith("image/"));
  const captions = displays.flatMap((data) => {
    const spec = Object.entries(data).find(([mime]) => mime.startsWith("application/vnd.vegalite."))?.[1];
    return typeof spec === "object" && spec !== null ? [chartCaption(spec as Record<string, unknown>).title] : [];
  });
  const last = provenance?.ledger.at(-1);
  return {
    name: notebook.name,
    title: headings.find(({ level }) => level === 1)?.text ?? notebook.name,
    lead: stripTags(/<p>([\s\S]*?)<\/p>/.exec(prose)?.[1] ?? ""),
    figures: captions.length + displays.filter(isImage).length,
    data: provenance?.data.name ?? null,
    banner: provenance?.banner ?? null,
    places: [
      ...headings.filter(({ level }) => level > 1).map(({ id, text }) => ({ id, text })),
      ...captions.map((text, i) => ({ id: `figure-${i + 1}`, text: `Figure ${i + 1}. ${text}` })),
    ],
    ...(provenance && last ? { run: { rows: provenance.data.rows, sales: last.rows, customers: last.customers } } : {}),
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
  const summary = JSON.parse(page.slice(start + open.length, end)) as PageSummary;
  return { ...summary, headline: readHeadline(page, summary) };
}

// the page may be older than this run, and somebody else's: its drawing is made harmless once more
function readHeadline(page: string, { places = [], name }: PageSummary): PageSummary["headline"] {
  const svg = /<svg class="static"[^>]*>[\s\S]*?<\/svg>/.exec(page)?.[0];
  const text = places.find(({ id }) => id === "figure-1")?.text.replace(/^Figure 1\. /, "");
  const harmless = svg ? compactSvg(svg, `${name.replace(/[^A-Za-z0-9]/g, "")}-`) : null;
  return harmless && text ? { svg: harmless, text } : null;
}
