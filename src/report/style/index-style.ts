/** The page that leads to the reports. */
export const indexStyle = `
.index { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem 2rem; margin: 0 0 2.2rem; padding: 1.2rem 0; border-block: 1px solid var(--line); }
.facts div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.facts dt { color: var(--soft); font-size: .9rem; }
.facts dd { margin: 0; font-size: 1.6rem; font-weight: 600; line-height: 1.25; letter-spacing: -.02em; font-variant-numeric: lining-nums; }
.search { margin: 0 0 2rem; }
.search label { display: block; font-weight: 600; margin-bottom: .3rem; }
.search input { width: min(100%, 30rem); padding: .45rem .7rem; }
.search ol { list-style: none; margin: .6rem 0 0; padding: 0; }
.search li { margin: 0; padding: .3rem 0; border-bottom: 1px solid var(--line); }
.search li small { color: var(--soft); margin-left: .5em; }
.search [role="status"] { color: var(--soft); font-size: .9rem; margin: .5rem 0 0; min-height: 1.4em; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr)); gap: 1.6rem; }
.cards li { margin: 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.cards a { display: flex; flex-direction: column; height: 100%; color: inherit; text-decoration: none; }
.cards a:hover { background: var(--wash); }
.cards a:focus-visible { outline-offset: -3px; }
.card-text { padding: 1.1rem 1.3rem 1.2rem; }
.cards :is(h2, h3) { margin: 0 0 .35rem; font-size: 1.25rem; }
.cards a:hover :is(h2, h3) { color: var(--accent); }
.cards p { margin: 0 0 .35rem; color: var(--lead); font-size: .95rem; }
.cards small { color: var(--soft); }
.card-chart { order: 2; margin-top: auto; padding: .4rem 1.3rem 1.1rem; }
.card-chart > svg { display: block; width: 100%; height: 13rem; }
.card-chart p { margin: 0 0 .8rem; font-weight: 600; font-size: .88rem; line-height: 1.4; }
`;
