import { failedCellStyle } from "./render-failed-cell.js";

/** The look of every page: calm, readable, in the reader's own fonts; wide screens get the contents beside the text. */
export const pageStyle = `
:root {
  --ink: #1d2730; --soft: #56636f; --line: #e1e5e8; --paper: #ffffff; --wash: #f6f7f6; --accent: #0b6a64; --warm: #fff6df;
  --prose: 46rem; --wide: 64rem;
  color-scheme: light;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  text-rendering: optimizeLegibility;
}
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .6rem; z-index: 3; background: var(--paper); padding: .3rem .8rem; }

.top {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 1rem; padding: .65rem 1.5rem;
  background: rgba(255, 255, 255, .94); border-bottom: 1px solid var(--line); font-size: .9rem;
}
.brand { font-weight: 650; letter-spacing: .01em; }
.brand::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-right: .55em; border-radius: 50%; background: var(--accent); }
.data { color: var(--soft); flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid #c5ccd1; border-radius: 6px; padding: .15rem .75rem; cursor: pointer; }
button:hover, button[aria-pressed="true"] { border-color: var(--accent); color: var(--accent); }
.banner { margin: 0; padding: .6rem 1.5rem; background: var(--warm); border-bottom: 1px solid #f0dfae; color: #5c4508; font-size: .95rem; }

.layout { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 86rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
main { min-width: 0; max-width: var(--wide); }
.contents { font-size: .92rem; line-height: 1.45; padding-top: 1.5rem; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents li { margin: .45rem 0; }
.contents .level-3 { padding-left: .9rem; font-size: .95em; }
.contents a { color: var(--soft); text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
@media (min-width: 70rem) {
  .layout { grid-template-columns: 14rem minmax(0, 1fr); gap: 3.5rem; }
  .contents { position: sticky; top: 3.2rem; align-self: start; max-height: calc(100vh - 4rem); overflow: auto; padding: 3.2rem 0 2rem; }
}

.prose { max-width: var(--prose); }
h1, h2, h3, h4 { line-height: 1.22; letter-spacing: -.012em; text-wrap: balance; margin: 2.4em 0 .6em; font-weight: 650; }
h1 { font-size: 2.3rem; margin: 2.8rem 0 .9rem; letter-spacing: -.022em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.16rem; margin-top: 2em; }
p, ul, ol { margin: 0 0 1.05em; }
h1 + p { font-size: 1.2rem; line-height: 1.55; color: #3a4753; }
li { margin: .25em 0; }
blockquote { margin: 1.4em 0; padding: .2em 0 .2em 1.2em; border-left: 3px solid var(--accent); color: #3a4753; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
img { max-width: 100%; height: auto; }

.cell { margin: 1rem 0; }
.cell:has(> .code:first-child) { margin: .3rem 0; }
.code { max-width: var(--prose); margin: 0; font-size: .82rem; }
.code summary { cursor: pointer; color: var(--soft); width: fit-content; padding: 0 .2rem; list-style: none; user-select: none; }
.code summary::-webkit-details-marker { display: none; }
.code summary::before { content: "›"; display: inline-block; width: .9em; transition: transform .15s; }
.code[open] summary::before { transform: rotate(90deg); }
.code summary:hover { color: var(--accent); }
.code small { margin-left: .5em; font-variant-numeric: tabular-nums; }
pre, code { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .88em; background: var(--wash); border-radius: 4px; padding: .1em .3em; }
pre { margin: .5rem 0; padding: .9rem 1.1rem; background: var(--wash); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; font-size: .84rem; line-height: 1.55; }
pre code { background: none; padding: 0; font-size: inherit; }
.hljs-keyword, .hljs-built_in, .hljs-literal { color: #8a2f6b; }
.hljs-string, .hljs-regexp { color: #1c6b34; }
.hljs-number { color: #97530b; }
.hljs-comment { color: #62707c; font-style: italic; }
.hljs-title, .hljs-type { color: #1f5a9c; }

figure { margin: 1.2rem 0 .4rem; overflow-x: auto; }
figure.chart { min-height: 4rem; }
.chart-view { width: 100%; }
.chart .vega-embed { position: relative; }
.chart .vega-embed.has-actions { padding-right: 2.2rem; }
.chart-note { padding: .7rem 1rem; background: var(--warm); border-radius: 8px; font-size: .95rem; max-width: var(--prose); }
.vega-bindings { display: flex; flex-wrap: wrap; gap: .6rem 1.6rem; padding: .7rem .2rem .2rem; font-size: .92rem; }
.inputs-above .chart-wrapper { display: flex; flex-direction: column; align-items: flex-start; }
.inputs-above .vega-bindings { order: -1; padding: .2rem .2rem .9rem; position: sticky; left: 0; max-width: min(100%, calc(100vw - 4rem)); }
.chart-buttons { display: flex; flex-wrap: wrap; gap: .6rem; padding: .5rem .2rem; font-size: .92rem; position: sticky; left: 0; width: fit-content; }
.vega-bind { display: flex; align-items: center; gap: .6rem; }
.vega-bind > label, .vega-bind-radio { display: flex; align-items: center; flex-wrap: wrap; gap: .3rem .8rem; }
.vega-bind .vega-bind-name { color: var(--soft); font-weight: 600; margin: 0; }
.vega-bind-radio label { display: inline-flex; align-items: center; gap: .3rem; padding: .1rem .55rem; border: 1px solid var(--line); border-radius: 99px; cursor: pointer; }
.vega-bind-radio label:has(input:checked) { border-color: var(--accent); background: #eaf4f3; }
.vega-bind select, .vega-bind input:not([type="radio"], [type="checkbox"], [type="range"]) { font: inherit; padding: .2rem .5rem; border: 1px solid #c5ccd1; border-radius: 6px; background: var(--paper); color: inherit; }
input { accent-color: var(--accent); }

.output { overflow-x: auto; }
.table-scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: .93rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
th, td { padding: .38rem .9rem .38rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th + th, td + td, th + td { padding-left: .5rem; }
thead th { font-weight: 600; color: var(--soft); border-bottom: 1.5px solid #b9c2c8; vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody tr:hover { background: var(--wash); }
tfoot td { border: 0; color: var(--soft); }
.number { text-align: right; white-space: nowrap; }

.provenance { margin-top: 4.5rem; padding-top: .5rem; border-top: 1px solid var(--line); font-size: .95rem; }
.provenance dl { margin: 0 0 1.5rem; }
.provenance dl div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 1rem; padding: .32rem 0; }
.provenance dt { color: var(--soft); }
.provenance dd { margin: 0; overflow-wrap: anywhere; }
.pair { display: inline-block; margin-right: 1.2em; color: var(--soft); }
.pair b { font-weight: 500; color: var(--ink); }

.index { max-width: 58rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
.cards { list-style: none; margin: 0; padding: 0; counter-reset: card; }
.cards li { margin: 0; border-top: 1px solid var(--line); counter-increment: card; }
.cards a { display: block; position: relative; padding: 1.5rem 1rem 1.5rem 4rem; color: inherit; text-decoration: none; }
.cards a::before { content: counter(card); position: absolute; left: .8rem; top: 1.35rem; font-size: 1.6rem; font-weight: 300; color: var(--accent); }
.cards a:hover { background: var(--wash); }
.cards h2 { margin: 0 0 .35rem; font-size: 1.25rem; }
.cards a:hover h2 { color: var(--accent); }
.cards p { margin: 0 0 .35rem; color: #3a4753; max-width: var(--prose); }
.cards small { color: var(--soft); }

@media (max-width: 40rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.8rem; }
  .top, .banner { padding-left: 1rem; padding-right: 1rem; }
  .layout, .index { padding-left: 1rem; padding-right: 1rem; }
  .provenance dl div { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  body { font-size: 10.5pt; }
  .top { position: static; }
  .contents, #toggle-code, .code:not([open]), .vega-embed details, .chart-buttons, .skip { display: none; }
  .layout { display: block; max-width: none; padding: 0; }
  figure, table, pre { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  figure, .output, pre { overflow: visible; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } .code summary::before { transition: none; } }
${failedCellStyle}`;
