import { createHash } from "node:crypto";
import { escapeHtml } from "../lab/escape-html.js";
import { pageStyle } from "./page-style.js";
import type { Heading } from "./render-markdown.js";
import { showControls } from "./show-controls.js";
import type { PageScript } from "./vega-bundle.js";

/** What stands in the frame that all pages share. All HTML in it is sanitised already. */
export interface PageFrame {
  readonly title: string;
  /** The data's name, in the header; null for none. */
  readonly data: string | null;
  /** A sentence above everything, such as that the data are synthetic; null for none. */
  readonly banner: string | null;
  /** Where the brand leads, such as "index.html"; null on the index itself. */
  readonly home: string | null;
  /** What the contents list: headings of the second and third level. */
  readonly headings: readonly Heading[];
  readonly body: string;
  /** Data elements for the head. */
  readonly head?: string;
  /** Whether there is code to show. */
  readonly hasCode?: boolean;
  /** Whether there are figures that the Vega libraries draw. */
  readonly hasFigures?: boolean;
}

const themes = [
  ["auto", "Auto", "as the system"],
  ["light", "Light", "light"],
  ["dark", "Dark", "dark"],
] as const;

/** A whole page: the policy that lets nothing in and runs only what it carries, the look, header, contents and the body. */
export function renderFrame(frame: PageFrame, script: PageScript): string {
  const { title, data, banner, home, headings, body, head = "", hasCode = false, hasFigures = false } = frame;
  const scripts = [sha256(script.page), ...(hasFigures ? [script.libraryHash] : [])].map((hash) => `'sha256-${hash}'`);
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${sha256(pageStyle)}'; script-src ${scripts.join(" ")}; base-uri 'none'; form-action 'none'`;
  const brand = home
    ? `<a class="brand" href="${escapeHtml(home)}">Segment Lab</a>`
    : '<span class="brand">Segment Lab</span>';
  const inner = `<a class="skip" href="#content">Skip to the report</a>
<header class="top">${brand}<span class="data">${escapeHtml(data ?? "")}</span>${hasCode ? codeSwitch : ""}${themeSwitch}</header>
${banner ? `<p class="banner" role="note">${escapeHtml(banner)}</p>` : ""}
${headings.length > 0 ? `<div class="layout">${renderContents(headings)}<main id="content">${body}</main></div>` : `<main id="content" class="index">${body}</main>`}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Segment Lab">
<title>${showControls(escapeHtml(title))}</title>
<style>${pageStyle}</style>
${head}
</head>
<body>
${showControls(inner)}
${hasFigures ? `<script type="text/plain" id="library">${script.library}</script>` : ""}
<script>${script.page}</script>
</body>
</html>
`;
}

const codeSwitch =
  '<div class="switch all-code"><input class="hidden-input" type="checkbox" id="all-code"><label for="all-code"><span class="on">Show code</span><span class="off">Hide code</span></label></div>';

const themeSwitch = `<div class="switch themes" role="radiogroup" aria-label="Colours">${themes
  .map(
    ([value, text, label], i) =>
      `<input class="hidden-input" type="radio" name="theme" id="theme-${value}" value="${value}" aria-label="${label}"${i === 0 ? " checked" : ""}><label for="theme-${value}">${text}</label>`,
  )
  .join("")}</div>`;

function renderContents(headings: readonly Heading[]): string {
  const links = headings.map(
    ({ level, id, text }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="contents" aria-label="Contents"><input class="hidden-input" type="checkbox" id="open-contents"><label for="open-contents">Contents</label><ol>${links.join("")}</ol></nav>`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
