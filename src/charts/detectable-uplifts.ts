import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { chartWidth, tone } from "./theme.js";

/** What a test in a segment can find, beside what is assumed of its action. */
export interface TestedSegment {
  readonly segment: string;
  readonly customers: number;
  /** Added probability of a purchase that is assumed: 0.02 is two percentage points. */
  readonly assumed: number;
  /** The least that the test finds at its error rates; null where it finds nothing, such as with one customer. */
  readonly detectable: number | null;
  /** Other segments that are large enough together with it. */
  readonly pool?: readonly string[];
}

/**
 * Shows for each segment the uplift that a test of its size can find beside the uplift that is assumed. Where it would
 * have to be larger than assumed, the test cannot tell whether the action worked.
 *
 * @param rows all segments, in any order
 * @returns a Vega-Lite chart, for `show()`
 */
export function detectableUplifts(rows: readonly TestedSegment[]): Chart {
  const learns = ({ assumed, detectable }: TestedSegment): boolean => detectable !== null && detectable <= assumed;
  // how many times what is assumed the test needs: the least first
  const times = ({ assumed, detectable }: TestedSegment): number =>
    detectable === null ? Number.POSITIVE_INFINITY : assumed > 0 ? detectable / assumed : Number.MAX_VALUE;
  const sorted = [...rows].sort((a, b) => (times(a) === times(b) ? b.customers - a.customers : times(a) - times(b)));
  const possible = sorted.filter(learns).length;
  const closest = sorted.find((row) => !learns(row) && times(row) < Number.MAX_VALUE);
  const missing = closest
    ? `; next is ${shortenText(closest.segment, 30)}, whose uplift would have to be ` +
      `${formatNumber(times(closest), 1)} times as large as assumed`
    : "";
  const segments = `${rows.length} ${rows.length === 1 ? "segment" : "segments"}`;
  const message =
    rows.length === 0
      ? "There is no segment to test"
      : possible === rows.length
        ? `All of the ${segments} can tell alone whether their action worked`
        : `${possible === 0 ? "None" : possible} of ${segments} can tell alone whether the action worked${missing}`;
  const values = sorted.map((row, i) => ({
    ...{ i, segment: row.segment, customers: row.customers, assumed: row.assumed, detectable: row.detectable },
    end: Math.max(row.assumed, row.detectable ?? 0),
    text: verdictOf(row, learns(row)),
    colour: learns(row) ? tone.added : tone.accent,
  }));
  // nought has no place on a scale of ratios: it stands at the edge
  const positive = values.flatMap(({ assumed, detectable }) => [assumed, detectable ?? 0]).filter((one) => one > 0);
  const least = Math.min(0.01, ...positive) / 1.3;
  const greatest = Math.max(0.02, ...positive);
  const ticks = [-4, -3, -2, -1].flatMap((power) => [1, 3].map((one) => one * 10 ** power)).concat(1);
  const x = {
    type: "quantitative",
    title: "uplift of the purchase probability (percentage points, drawn to the logarithm)",
    axis: {
      labelExpr: "format(100 * datum.value, '.3~r')",
      values: ticks.filter((tick) => tick >= least && tick <= 1),
    },
    // room for the words behind the farthest mark
    scale: { type: "log", domain: [least, greatest * (greatest / least) ** 0.75], nice: false, clamp: true },
  };
  const colour = { field: "colour", type: "nominal", scale: null, legend: null };
  return createChart(`Uplift that a test can find and uplift assumed, by segment. ${message}.`, {
    title: chartTitle(message, "filled: assumed; ring: the least that a test of this segment finds"),
    width: chartWidth - 170,
    height: { step: 28 },
    data: { values },
    encoding: {
      y: { field: "segment", type: "nominal", sort: { field: "i", op: "min" }, title: null },
      tooltip: [
        { field: "segment", type: "nominal", title: "segment" },
        { field: "customers", type: "quantitative", title: "customers", format: "," },
        { field: "assumed", type: "quantitative", title: "uplift assumed", format: ".2%" },
        { field: "detectable", type: "quantitative", title: "uplift a test can find", format: ".2%" },
        { field: "text", type: "nominal", title: "so it" },
      ],
    },
    layer: [
      {
        transform: [{ filter: "isValid(datum.detectable)" }],
        mark: { type: "rule", strokeWidth: 1.6 },
        encoding: { x: { field: "assumed", ...x }, x2: { field: "detectable" }, color: colour },
      },
      {
        transform: [{ filter: "isValid(datum.detectable)" }],
        mark: { type: "point", size: 85, filled: true, fill: "white", strokeWidth: 2, opacity: 1 },
        encoding: { x: { field: "detectable", ...x }, stroke: colour },
      },
      {
        mark: { type: "circle", size: 85, opacity: 1 },
        encoding: { x: { field: "assumed", ...x }, color: colour },
      },
      {
        mark: { type: "text", align: "left", dx: 10, fontSize: 10 },
        encoding: { x: { field: "end", ...x }, text: { field: "text", type: "nominal" }, color: colour },
      },
    ],
  });
}

function verdictOf({ detectable, pool = [] }: TestedSegment, learns: boolean): string {
  if (learns) return "can be learnt";
  if (detectable === null) return "no test is possible";
  if (pool.length === 0) return "cannot be learnt from this segment alone";
  const [first] = pool;
  return `not alone: together with ${shortenText(first!, 24)}${pool.length > 1 ? ` and ${pool.length - 1} more` : ""}`;
}
