/** Figures: the caption above, the drawing, what can be taken along below it. */
export const figureStyle = `
figure { margin: 2rem 0 1.4rem; }
figcaption { max-width: var(--prose); font-weight: 600; line-height: 1.4; margin-bottom: .7rem; text-wrap: pretty; }
.figure-number { color: var(--soft); font-weight: 400; text-decoration: none; white-space: nowrap; }
.figure-number:hover { text-decoration: underline; }
.how { display: block; font-weight: 400; font-size: .92em; color: var(--soft); }
.frame { overflow-x: auto; }
.drawing > svg { display: block; max-width: none; height: auto; }
.drawing > .narrow { display: none; }
@media screen and (max-width: 44rem) {
  .has-narrow > .static { display: none; }
  .has-narrow > .narrow { display: block; }
}
.chart[data-state="drawn"] .drawing { display: none; }
.chart-view:empty { display: none; }
.chart .vega-embed { position: relative; }
.chart .vega-embed svg, .chart .vega-embed canvas { display: block; }
.chart-note { padding: .7rem 1rem; background: var(--warm); color: var(--warm-ink); border-radius: 8px; font-size: .95rem; max-width: var(--prose); }
.vega-bindings { display: flex; flex-wrap: wrap; gap: .6rem 1.6rem; padding: .7rem .2rem .2rem; font-size: .92rem; }
.inputs-above .chart-view { display: flex; flex-direction: column; align-items: flex-start; }
.inputs-above .vega-bindings { order: -1; padding: .2rem .2rem .9rem; position: sticky; left: 0; max-width: min(100%, calc(100vw - 2.5rem)); }
.chart-tools { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; padding: .5rem 0 0; font-size: .82rem; color: var(--soft); }
.table-tools { padding: 0 0 .9rem; }
.chart-tools button { padding: .05rem .55rem; color: var(--soft); }
.chart-tools button:hover { color: var(--accent); }
.vega-bind { display: flex; align-items: center; gap: .6rem; flex-wrap: wrap; }
.vega-bind > label, .vega-bind-radio { display: flex; align-items: center; flex-wrap: wrap; gap: .3rem .8rem; }
.vega-bind .vega-bind-name { color: var(--soft); font-weight: 600; margin: 0; }
.vega-bind-radio label { display: inline-flex; align-items: center; gap: .3rem; padding: .1rem .55rem; border: 1px solid var(--line); border-radius: 99px; cursor: pointer; }
.vega-bind-radio label:has(input:checked) { border-color: var(--accent); background: var(--tint); }
.vega-bind select, .vega-bind input:not([type="radio"], [type="checkbox"], [type="range"]), .search input { font: inherit; padding: .2rem .5rem; border: 1px solid var(--strong-line); border-radius: 6px; background: var(--paper); color: inherit; max-width: 100%; }
input { accent-color: var(--accent); }
.rows { font-size: .92rem; margin-top: .4rem; }
.rows > summary { cursor: pointer; color: var(--soft); font-size: .82rem; width: fit-content; padding: .1rem .2rem; }
.rows > summary:hover { color: var(--accent); }
.rows .table-scroll { max-height: 22rem; overflow: auto; }
.rows table { font-size: .85rem; margin: .5rem 0; }
#vg-tooltip-element { position: fixed; visibility: hidden; z-index: 9; padding: .4rem .6rem; border-radius: 6px; font-size: .8rem; line-height: 1.35; pointer-events: none;
  background: var(--paper); color: var(--ink); border: 1px solid var(--strong-line); box-shadow: 0 2px 10px rgba(0, 0, 0, .18); max-width: min(26rem, 90vw); }
#vg-tooltip-element.visible { visibility: visible; }
#vg-tooltip-element h2 { margin: 0 0 .3rem; font-size: .85rem; }
#vg-tooltip-element table { margin: 0; font-size: inherit; }
#vg-tooltip-element td { border: 0; padding: .05rem .3rem .05rem 0; overflow-wrap: anywhere; }
#vg-tooltip-element td.key { color: var(--soft); text-align: right; white-space: nowrap; }
`;
