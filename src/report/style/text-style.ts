/** Type for reading: one column of about 70 letters, a clear order of headings, tables that read across. */
export const textStyle = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  text-rendering: optimizeLegibility; overflow-wrap: break-word;
}
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible, .switch input:focus-visible + label, .fold:focus-visible + label { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
.hidden-input { position: absolute; opacity: 0; width: 1px; height: 1px; margin: 0; pointer-events: none; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .6rem; z-index: 3; background: var(--paper); padding: .3rem .8rem; }

.prose { max-width: var(--prose); }
h1, h2, h3, h4 { line-height: 1.22; letter-spacing: -.012em; text-wrap: balance; margin: 2.4em 0 .6em; font-weight: 650; }
h1 { font-size: 2.3rem; margin: 2.8rem 0 .9rem; letter-spacing: -.022em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.16rem; margin-top: 2em; }
h4 { font-size: 1rem; }
.anchor { margin-left: .4em; color: var(--soft); font-weight: 400; text-decoration: none; opacity: 0; }
:is(h1, h2, h3, h4):hover > .anchor, .anchor:focus-visible { opacity: 1; }
@media (hover: none) { .anchor { opacity: .7; } }
p, ul, ol { margin: 0 0 1.05em; text-wrap: pretty; }
h1 + p { font-size: 1.2rem; line-height: 1.55; color: var(--lead); }
li { margin: .25em 0; }
blockquote { margin: 1.4em 0; padding: .2em 0 .2em 1.2em; border-left: 3px solid var(--accent); color: var(--lead); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
img { max-width: 100%; height: auto; }
:target { scroll-margin-top: 4rem; }

pre, code { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .88em; background: var(--wash); border-radius: 4px; padding: .1em .3em; }
pre { margin: .5rem 0; padding: .9rem 1.1rem; background: var(--wash); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; font-size: .84rem; line-height: 1.55; }
pre code { background: none; padding: 0; font-size: inherit; }
.hljs-keyword, .hljs-built_in, .hljs-literal { color: var(--keyword); }
.hljs-string, .hljs-regexp { color: var(--string); }
.hljs-number { color: var(--number); }
.hljs-comment { color: var(--comment); font-style: italic; }
.hljs-title, .hljs-type { color: var(--name); }

.output, .table-scroll { overflow-x: auto; }
.more:is(.output, .table-scroll, .frame) { box-shadow: inset -1.1rem 0 .8rem -.9rem color-mix(in srgb, var(--ink) 45%, transparent); }
.output > p { max-width: var(--prose); }
table { border-collapse: collapse; margin: 1rem 0; font-size: .93rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: normal; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; max-width: min(var(--prose), calc(100vw - 2rem)); text-wrap: pretty; }
main { counter-reset: table; }
table:not(.plotted) > caption::before { counter-increment: table; content: "Table " counter(table) ". "; font-weight: 400; color: var(--soft); }
th, td { padding: .38rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
:is(th, td):first-child { padding-left: 0; }
thead th { font-weight: 600; color: var(--soft); border-bottom: 1.5px solid var(--strong-line); vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody tr:hover { background: var(--wash); }
tfoot td { border: 0; color: var(--soft); }
.number { text-align: right; }
td.number { white-space: nowrap; }
.middle { text-align: center; }
.sort { all: unset; cursor: pointer; font: inherit; color: inherit; }
.sort::after { content: "↕"; opacity: .35; margin-left: .3em; font-size: .85em; }
.sort:hover { color: var(--accent); }
[aria-sort="ascending"] .sort::after { content: "↑"; opacity: 1; }
[aria-sort="descending"] .sort::after { content: "↓"; opacity: 1; }
.sort:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
`;
