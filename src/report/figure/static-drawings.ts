import { compactSvg } from "./compact-svg.js";
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
  for (let attempt = 0; attempt < 5; attempt++) {
    const drawn = await drawStatic(narrowChart(spec, inside));
    const narrow = drawn === null ? null : compactSvg(drawn, `${prefix}n`);
    if (narrow === null) return none;
    const beyond = widthOf(narrow) - screen;
    if (beyond <= 0) return { wide, narrow: narrow.length > mostNarrow ? null : narrow, narrowWidth: inside };
    if (inside <= leastInside) return none;
    inside = Math.max(leastInside, inside - Math.ceil(1.3 * beyond) - 2);
  }
  return none;
}

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);
}
