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

/** Makes the markdown renderer of one page. */
export function createMarkdownRenderer(): MarkdownRenderer {
  const headings: Heading[] = [];
  const used = new Set<string>();
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
  return { render: (source) => sanitize(parser.render(source)), headings };
}

function uniqueId(text: string, used: Set<string>): string {
  const slug =
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "section";
  let id = slug;
  for (let i = 2; used.has(id); i++) id = `${slug}-${i}`;
  used.add(id);
  return id;
}
