import MarkdownIt from "markdown-it";
import { escapeHtml } from "../lab/escape-html.js";
import { highlight } from "./highlight.js";
import { sanitize } from "./sanitize.js";

/** A heading of a page, for the table of contents. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** Renders the markdown of one page: ids are unique in it, headings are gathered in order. */
export interface MarkdownRenderer {
  render(source: string): string;
  readonly headings: readonly Heading[];
}

// ids of the page itself
const taken = ["all-code", "content", "headings", "library", "open-contents", "page-summary", "provenance"];

/** Makes the markdown renderer of one page. */
export function createMarkdownRenderer(): MarkdownRenderer {
  const headings: Heading[] = [];
  const used = new Set(taken);
  const parser = new MarkdownIt({
    html: true,
    highlight: (code, language) =>
      /^(ts|typescript|js|javascript)$/.test(language) ? highlight(code) : escapeHtml(code),
  });
  parser.core.ruler.push("headings", ({ tokens }) => {
    tokens.forEach((token, i) => {
      if (token.type !== "heading_open") return;
      const text = (tokens[i + 1]?.children ?? []).map((child) => child.content).join("");
      const id = uniqueId(text, used);
      token.attrSet("id", id);
      headings.push({ level: Number(token.tag.slice(1)), id, text });
    });
  });
  const render = (source: string): string => {
    const before = headings.length;
    const html = parser.render(source);
    return linkHeadings(sanitize(html, new Set(headings.slice(before).map(({ id }) => id))));
  };
  return { render, headings };
}

function linkHeadings(html: string): string {
  return html.replace(
    /(<h([1-4]) id="([^"]*)">[\s\S]*?)(<\/h\2>)/g,
    '$1<a class="anchor" href="#$3" aria-label="Link to this section">#</a>$4',
  );
}

function uniqueId(text: string, used: Set<string>): string {
  const slug =
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "section";
  // those of figures and folds are numbered
  const first = /^(?:figure|code|long|theme)-[a-z0-9]+$/.test(slug) ? `${slug}-section` : slug;
  let id = first;
  for (let i = 2; used.has(id); i++) id = `${first}-${i}`;
  used.add(id);
  return id;
}
