const light = `--ink: #1d2730; --soft: #56636f; --line: #e1e5e8; --strong-line: #b9c2c8; --paper: #ffffff; --wash: #f5f6f5; --accent: #0b6a64; --on-accent: #ffffff;
  --tint: #eaf4f3; --warm: #fff6df; --warm-line: #f0dfae; --warm-ink: #5c4508; --lead: #3a4753; --failure: #b3261e;
  --keyword: #8a2f6b; --string: #1c6b34; --number: #8f4d08; --comment: #5d6b77; --name: #1f5a9c;`;
const dark = `--ink: #e4e8eb; --soft: #a3afb9; --line: #2c343b; --strong-line: #4a555e; --paper: #14181b; --wash: #1d2327; --accent: #63c7bd; --on-accent: #0d1a19;
  --tint: #1b302f; --warm: #33290f; --warm-line: #55451c; --warm-ink: #f1dca4; --lead: #c3ccd3; --failure: #f28b82;
  --keyword: #e29ccb; --string: #8fd0a2; --number: #e5b073; --comment: #9aa8b3; --name: #93c1f2;`;
const night = ":root:has(#theme-dark:checked)";
const evening = ":root:not(:has(#theme-light:checked))";

// charts keep their hue and turn their lightness round: one rule serves drawings, live charts and canvases alike
const turned = "filter: invert(.915) hue-rotate(180deg) saturate(1.3) brightness(1.12);";
const charts =
  ".drawing > svg, .chart-view svg, .chart-view canvas, .card-chart > svg, figure > img[src^='data:image/svg']";

/** Colours by the reader's system or by the switch in the header, without a script; paper is always light. */
export const themeStyle = `
:root { ${light} color-scheme: light; --prose: 68ch; --wide: 62rem; }
@media screen and (prefers-color-scheme: dark) {
  ${evening} { ${dark} color-scheme: dark; }
  ${evening} :is(${charts}) { ${turned} }
}
@media screen {
  ${night} { ${dark} color-scheme: dark; }
  ${night} :is(${charts}) { ${turned} }
}
`;
