import { escapeHtml } from "../lab/escape-html.js";
import { pageStyle } from "./page-style.js";
import type { PageSummary } from "./page-summary.js";
import { renderNotice } from "./render-failed-cell.js";

/** The page that leads to the reports, in the order given. */
export function renderIndex(pages: readonly PageSummary[]): string {
  const banners = [...new Set(pages.flatMap(({ banner }) => banner ?? []))];
  const sources = [...new Set(pages.flatMap(({ data }) => data ?? []))];
  const cards = pages.map(({ name, title, lead, figures, data, notice }) => {
    const href = `${encodeURIComponent(name)}.html`;
    const figured = figures === 1 ? "1 figure" : `${figures} figures`;
    // pages of different data must not be read as one report
    const count = sources.length > 1 && data ? `${figured}, from ${escapeHtml(data)}` : figured;
    return `<li><a href="${href}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(lead)}</p><small>${count}</small>${renderNotice(notice)}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Segment Lab">
<title>Segment Lab: reports</title>
<style>${pageStyle}</style>
</head>
<body>
<header class="top"><span class="brand">Segment Lab</span><span class="data">${escapeHtml(sources.join(", "))}</span></header>
${banners.map((banner) => `<p class="banner" role="note">${escapeHtml(banner)}</p>`).join("\n")}
<main class="index">
<h1>Reports</h1>
<ol class="cards">${cards.join("\n")}</ol>
</main>
</body>
</html>
`;
}
