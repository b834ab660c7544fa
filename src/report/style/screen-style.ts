/** Telephones, paper, and readers who want nothing to move. */
export const screenStyle = `
@media screen and (max-width: 44rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.75rem; margin-top: 1.8rem; }
  h2 { font-size: 1.3rem; }
  h1 + p { font-size: 1.08rem; }
  .top { flex-wrap: wrap; }
  .top .data { display: none; }
  .brand { flex: 1; }
  .top, .banner { padding-left: 1rem; padding-right: 1rem; }
  .layout, .index { padding-left: 1rem; padding-right: 1rem; }
  .provenance dl div { grid-template-columns: 1fr; gap: 0; }
  table { font-size: .87rem; width: max-content; min-width: min(100%, 20rem); }
  th, td { max-width: 15rem; }
  .provenance table { width: auto; }
  .prose table { display: block; width: auto; min-width: 0; overflow-x: auto; }
  .vega-bind > label { width: 100%; }
}
@page { margin: 16mm 15mm; }
@media print {
  body { font-size: 10.5pt; line-height: 1.5; }
  h1 { margin-top: 0; }
  .top { position: static; border: 0; padding: 0 0 4mm; }
  .banner { padding: 2mm 3mm; }
  .switch, .contents, .chart-tools, .rows, .search, .skip, .anchor, .fold + label, .chart-view, .sort::after, .table-tools { display: none !important; }
  .chart .drawing { display: block !important; }
  .drawing > .static { display: block; max-width: 100%; height: auto; }
  .drawing > .narrow { display: none; }
  .layout, .index { display: block; max-width: none; padding: 0; }
  main, .prose, figcaption { max-width: none; }
  figure, tr, pre, .cards li, .facts { break-inside: avoid; }
  figcaption, h1, h2, h3, h4, caption { break-after: avoid; }
  thead { display: table-header-group; }
  .frame, .output, .table-scroll, pre { overflow: visible; }
  pre { white-space: pre-wrap; }
  table { font-size: 7.5pt; max-width: 100%; }
  th, td { padding: .8mm 1mm; }
  .long > .long-body:not(:has(pre)) { max-height: none; -webkit-mask-image: none; mask-image: none; }
  a { color: inherit; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
  tbody tr:hover { background: none; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } *, *::before, *::after { animation: none !important; transition: none !important; } }
`;
