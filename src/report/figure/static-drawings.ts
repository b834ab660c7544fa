import { compactSvg } from "./compact-svg.js";
import { countOverlaps } from "./count-overlaps.js";
import { drawStatic } from "./draw-static.js";
import { narrowChart } from "./narrow-chart.js";

type Spec = Readonly<Record<string, unknown>>;

/** A chart as SVG for wide screens and paper, and one for telephones. */
export interface StaticDrawings {
  readonly wide: string | null;
  /** Null where the wide one serves, or where no drawing of the width of a telephone was found. */
  readonly narrow: string | null;
  /** What a view of the narrow one may take inside its axes, in pixels; null without one. */
  readonly narrowWidth: number | null;
}

/** The width of the text on a telephone of 360 pixels. */
const screen = 328;
// what sticks out a little may scroll
const mostScrolled = 420;
const leastInside = 84;
// the other drawing is the page's weight again
const mostNarrow = 60_000;

/** Draws a chart for the page to show before, and without, its script. */
export async function staticDrawings(spec: Spec, prefix: string): Promise<StaticDrawings> {
  const raw = await drawStatic(spec);
  const wide = raw === null ? null : compactSvg(raw, `${prefix}w`);
  if (wide === null) return { wide: null, narrow: null, narrowWidth: null };
  const none = { wide, narrow: null, narrowWidth: null };
  // as much again would be too much
  if (widthOf(wide) <= screen || wide.length > 1.5 * mostNarrow) return none;
  // axes and labels take about as much beside a narrow view as beside a wide one
  const beside = typeof spec.width === "number" ? widthOf(wide) - spec.width : 90;
  let inside = Math.max(leastInside, screen - Math.max(60, beside));
  let best: { inside: number; svg: string; width: number } | null = null;
  // a drawing of thousands of marks takes a second
  const attempts = JSON.stringify(spec).length > 400_000 ? 2 : 5;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const drawn = await drawStatic(narrowChart(spec, inside));
    const svg = drawn === null ? null : compactSvg(drawn, `${prefix}n`);
    if (svg === null) return none;
    const width = widthOf(svg);
    // labels of a fixed width: a narrower view would gain nothing
    if (best && best.width > screen && width > best.width - 3) break;
    best = { inside, svg, width };
    // labels that were cut may leave room to the view
    if (width < screen - 12 && attempt === 0) inside += screen - width - 4;
    else if (width <= screen || inside <= leastInside) break;
    else inside = Math.max(leastInside, inside - Math.ceil(1.3 * (width - screen)) - 2);
  }
  // text that runs into other text is worse than a box that scrolls
  if (!best || best.width > mostScrolled || isCrowded(best.svg, wide)) return none;
  return { wide, narrow: best.svg.length > mostNarrow ? null : best.svg, narrowWidth: best.inside };
}

function isCrowded(narrow: string, wide: string): boolean {
  return [0, 20].some((reach) => countOverlaps(narrow, reach) > countOverlaps(wide, reach));
}

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);
}
