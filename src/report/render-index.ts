import { formatNumber, formatShare } from "../core/format.js";
import { escapeHtml } from "../lab/escape-html.js";
import { embedJson } from "./embed-json.js";
import { pageScript } from "./page-script.js";
import type { PageSummary } from "./page-summary.js";
import { renderNotice } from "./render-failed-cell.js";
import { renderFrame } from "./render-frame.js";
import { renderSegmentLinks } from "./render-segment-links.js";

/**
 * The page that leads to the reports and to the segments' pages, in the order given: the run in figures, a card a report,
 * and a search over all of them.
 */
export function renderIndex(pages: readonly PageSummary[], segments: readonly PageSummary[] = []): string {
  const banners = [...new Set(pages.flatMap(({ banner }) => banner ?? []))];
  const sources = [...new Set(pages.flatMap(({ data }) => data ?? []))];
  const cards = pages.map((page) => renderCard(page, sources.length > 1));
  const body = `<h1>Reports</h1>
${sources.length === 1 ? renderRun(pages) : ""}
<div class="search" role="search" hidden><label for="query">Search headings and figures</label><input id="query" type="search" autocomplete="off"><p role="status"></p><ol></ol></div>
<ol class="cards">${cards.join("\n")}</ol>
${renderSegmentLinks(segments)}`;
  return renderFrame(
    {
      ...{
        title: "Segment Lab: reports",
        data: sources.join(", "),
        banner: banners.join(" ") || null,
        home: null,
        headings: [],
        body,
      },
      head: `<script type="application/json" id="headings">${embedJson([...listPlaces(pages), ...listPlaces(segments, "segments/")])}</script>`,
    },
    { page: pageScript, library: "", libraryHash: "" },
  );
}

function renderRun(pages: readonly PageSummary[]): string {
  const run = pages.find((page) => page.run)?.run;
  const figures = pages.reduce((sum, page) => sum + page.figures, 0);
  const facts = [
    ...(run
      ? [
          ["rows read", formatNumber(run.rows)],
          ["of them sales to known customers", run.rows > 0 ? formatShare(run.sales / run.rows) : "–"],
          ["customers", formatNumber(run.customers)],
        ]
      : []),
    ["reports", formatNumber(pages.length)],
    ["figures", formatNumber(figures)],
  ];
  return `<dl class="facts">${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("")}</dl>`;
}

function renderCard({ name, title, lead, figures, data, headline, notice }: PageSummary, isMixed: boolean): string {
  const figured = figures === 1 ? "1 figure" : `${formatNumber(figures)} figures`;
  // pages of different data must not be read as one report
  const count = isMixed && data ? `${figured}, from ${escapeHtml(data)}` : figured;
  const chart = headline
    ? `<div class="card-chart"><p>${escapeHtml(headline.text)}</p>${headline.svg.replace("<svg", '<svg preserveAspectRatio="xMinYMid"')}</div>`
    : "";
  return `<li><a href="${encodeURIComponent(name)}.html"><div class="card-text"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(lead)}</p><small>${count}</small>${renderNotice(notice)}</div>${chart}</a></li>`;
}

function listPlaces(pages: readonly PageSummary[], folder = ""): { href: string; text: string; page: string }[] {
  return pages.flatMap(({ name, title, places = [] }) => {
    const href = `${folder}${encodeURIComponent(name)}.html`;
    return [
      { href, text: title, page: title },
      ...places.map(({ id, text }) => ({ href: `${href}#${encodeURIComponent(id)}`, text, page: title })),
    ];
  });
}
