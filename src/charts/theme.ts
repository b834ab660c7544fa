/** Width of a chart in pixels: a number, because exported pages and JupyterLab both lay charts out in text. */
export const chartWidth = 640;

/** Colours of clusters and series by number: Okabe and Ito's, then Paul Tol's muted ones, told apart by colour-blind readers. */
export const palette: readonly string[] = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#d55e00",
  "#cc79a7",
  "#56b4e9",
  "#332288",
  "#999933",
  "#882255",
  "#44aa99",
  "#a6761d",
  "#6b6bd6",
];

/** Colour of what belongs to no cluster. */
export const noiseColour = "#b5b5b5";

/** Colours with a meaning of their own, the same in all charts. */
export const tone = {
  ink: "#222222",
  soft: "#5f6368",
  grid: "#e6e6e6",
  main: "#0072b2",
  accent: "#d55e00",
  removed: "#e69f00",
  added: "#009e73",
  muted: "#a3a9b0",
} as const;

/** Scale from below the average (brown) over the average (near white) to above it (blue). */
export const divergingRange: readonly string[] = ["#9c4a05", "#e08a3c", "#f7f7f7", "#5a9bd4", "#0b4f8a"];

/** Scale from none (near white) to much (dark blue). */
export const sequentialRange: readonly string[] = ["#f2f6fb", "#9ec5e6", "#3f88c5", "#0b3c6f"];

/** Axis labels such as 0, 200k, 1.2M. */
/** Numbers of any size: thousands shortened, shares as they are, never milli. */
export const readableAxis = {
  labelExpr: "abs(datum.value) >= 1000 ? format(datum.value, '~s') : format(datum.value, '~r')",
} as const;

export const shortAxis = { labelExpr: "format(datum.value, '~s')" } as const;

/** The colour of a cluster: always the same for the same number, grey for noise (below 0). */
export function clusterColour(cluster: number): string {
  return cluster < 0 ? noiseColour : palette[cluster % palette.length]!;
}

const font = "Helvetica Neue, Helvetica, Arial, sans-serif";

/** The Vega-Lite config that every chart carries. */
export const chartConfig: Readonly<Record<string, unknown>> = {
  background: "#ffffff",
  font,
  padding: 8,
  view: { stroke: null },
  title: {
    anchor: "start",
    fontSize: 15,
    fontWeight: 600,
    color: tone.ink,
    subtitleFontSize: 12,
    subtitleColor: tone.soft,
    subtitlePadding: 5,
    offset: 14,
    lineHeight: 19,
    subtitleLineHeight: 16,
  },
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: tone.soft,
    labelColor: tone.ink,
    gridColor: tone.grid,
    domainColor: tone.muted,
    tickColor: tone.muted,
    labelLimit: 220,
    titlePadding: 8,
  },
  axisBand: { grid: false, ticks: false, labelPadding: 6 },
  legend: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: tone.soft,
    labelColor: tone.ink,
    labelLimit: 220,
  },
  // the dark theme of JupyterLab writes in white whatever names no colour, and the ground is white
  header: { labelColor: tone.ink, titleColor: tone.soft },
  style: { "guide-label": { fill: tone.ink }, "guide-title": { fill: tone.soft } },
  range: { category: palette, heatmap: sequentialRange, ramp: sequentialRange, diverging: divergingRange },
  bar: { color: tone.main },
  line: { color: tone.main },
  point: { color: tone.main },
  text: { color: tone.ink, fontSize: 11 },
};
