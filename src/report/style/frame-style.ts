/** What stands around a report: the header with its switches, the contents beside the text, code and long outputs that fold. */
export const frameStyle = `
.top {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: .4rem 1.1rem; padding: .55rem 1.5rem;
  background: var(--paper); border-bottom: 1px solid var(--line); font-size: .9rem;
}
.brand { font-weight: 650; letter-spacing: .01em; color: inherit; text-decoration: none; white-space: nowrap; }
.brand::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-right: .55em; border-radius: 50%; background: var(--accent); }
.data { color: var(--soft); flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.switch { display: flex; border: 1px solid var(--strong-line); border-radius: 6px; margin: 0; padding: 0; min-width: 0; position: relative; }
.switch label { padding: .15rem .6rem; cursor: pointer; white-space: nowrap; border-radius: 5px; }
.switch label:hover { color: var(--accent); }
.switch input:checked + label { background: var(--tint); color: var(--accent); }
.switch input + label { position: relative; }
.all-code label .off, :root:has(#all-code:checked) .all-code .on { display: none; }
:root:has(#all-code:checked) .all-code .off { display: inline; }
button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--strong-line); border-radius: 6px; padding: .15rem .75rem; cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
.banner { margin: 0; padding: .6rem 1.5rem; background: var(--warm); border-bottom: 1px solid var(--warm-line); color: var(--warm-ink); font-size: .95rem; }

.layout { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 86rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
main { min-width: 0; max-width: var(--wide); }
.contents { font-size: .92rem; line-height: 1.45; padding-top: 1.2rem; position: relative; }
.contents > label { cursor: pointer; color: var(--soft); font-weight: 600; }
.contents > label::before { content: "›"; display: inline-block; width: 1em; }
.contents > input:checked + label::before { content: "⌄"; }
.contents > input:not(:checked) ~ ol { display: none; }
.contents ol { list-style: none; margin: .4rem 0 0; padding: 0; }
.contents li { margin: 0; }
.contents a { display: block; padding: .22rem 0 .22rem .8rem; color: var(--soft); text-decoration: none; border-left: 2px solid transparent; }
.contents .level-3 a { padding-left: 1.7rem; font-size: .95em; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
.contents a[aria-current] { color: var(--ink); border-left-color: var(--accent); font-weight: 600; }
@media (min-width: 70rem) {
  .layout { grid-template-columns: 15rem minmax(0, 1fr); gap: 3.5rem; }
  .contents { position: sticky; top: 3.2rem; align-self: start; max-height: calc(100vh - 4rem); overflow: auto; padding: 3.2rem 0 2rem; }
  .contents > label, .contents > input { display: none; }
  .contents > input:not(:checked) ~ ol { display: block; }
}

.cell { margin: 1rem 0; position: relative; }
.cell:has(> .fold:first-child) { margin: .3rem 0; }
.fold + label { cursor: pointer; color: var(--soft); font-size: .82rem; padding: .1rem .2rem; user-select: none; display: inline-block; }
.fold + label::before { content: "›"; display: inline-block; width: .9em; }
.fold + label:hover { color: var(--accent); }
.fold + label small { margin-left: .5em; font-variant-numeric: tabular-nums; }
.code { display: none; max-width: calc(var(--prose) * 1.15); }
.fold:checked ~ .code, :root:has(#all-code:checked) .fold:not(:checked) ~ .code { display: block; }
:root:has(#all-code:checked) .fold:checked ~ .code { display: none; }
.long { position: relative; }
.long > .long-body { max-height: 26rem; overflow: hidden; -webkit-mask-image: linear-gradient(#000 80%, transparent); mask-image: linear-gradient(#000 80%, transparent); }
.long > .fold:checked ~ .long-body { max-height: none; -webkit-mask-image: none; mask-image: none; overflow-x: auto; }
.long > .fold:checked + label .more, .long > .fold:not(:checked) + label .less { display: none; }
.cell-failure { border-left: 4px solid var(--failure); background: color-mix(in srgb, var(--failure) 8%, transparent); padding: .5rem .9rem; margin: .6rem 0; overflow-wrap: anywhere; }
.cell-failure p, p.cell-failure { margin-block: .3rem; }
.cell-failure pre { white-space: pre-wrap; font-size: .8rem; }

.provenance { margin-top: 4.5rem; padding-top: .5rem; border-top: 1px solid var(--line); font-size: .95rem; }
.provenance dl { margin: 0 0 1.5rem; }
.provenance dl div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 1rem; padding: .32rem 0; }
.provenance dt { color: var(--soft); }
.provenance dd { margin: 0; overflow-wrap: anywhere; }
.pair { display: inline-block; margin-right: 1.2em; color: var(--soft); overflow-wrap: anywhere; }
.pair b { font-weight: 500; color: var(--ink); }
`;
