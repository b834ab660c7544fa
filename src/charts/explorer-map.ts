import { inertText } from "./inert-text.js";

/** A map that the reader can choose: its name, what its axes are, and how many decimals its places have. */
export interface ExplorerLayout {
  readonly name: string;
  readonly axes: readonly [string, string];
  readonly digits: number;
}

/** A number of each customer that the pointer shows. */
export interface ExplorerTooltip {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
}

const drag = "[pointerdown, window:pointerup] > window:pointermove!{50}";

/** The params of the choice of a map, and of what clears the brush: a map of other places has other neighbours. */
export function mapParams(layouts: readonly ExplorerLayout[]): Record<string, unknown>[] {
  const options = layouts.map((_, i) => i);
  const bind = { input: "select", options, labels: layouts.map(({ name }) => name), name: "map " };
  return [
    { name: "layout", value: 0, ...(layouts.length > 1 && { bind }) },
    { name: "layoutSteps", value: layouts.map(({ digits }) => 10 ** digits) },
    { name: "layoutFormats", value: layouts.map(({ digits }) => `.${digits}f`) },
    { name: "layoutAxes", value: layouts.map(({ axes }) => axes) },
    { name: "showAll", value: 0 },
  ];
}

/** The places of the map chosen. */
export function mapTransforms(layouts: readonly ExplorerLayout[]): Record<string, unknown>[] {
  return [
    { calculate: layouts.length > 1 ? "layout === 1 ? datum.u : datum.x" : "datum.x", as: "mx" },
    { calculate: layouts.length > 1 ? "layout === 1 ? datum.v : datum.y" : "datum.y", as: "my" },
  ];
}

/** The map of the customers: dragging over it chooses some, throttled so that the other panels keep up. */
export function mapPanel(
  { width, height }: { readonly width: number; readonly height: number },
  tooltip: readonly ExplorerTooltip[],
  color: object,
  hint: string,
): Record<string, unknown> {
  const quiet = { labels: false, ticks: false, grid: false };
  const axis = (a: number): object => ({
    type: "quantitative",
    title: null,
    axis: { ...quiet, title: { expr: `layoutAxes[layout][${a}]` } },
    scale: { zero: false, nice: false, padding: 6 },
  });
  // rounded inwards, so that the numbers printed choose the same customers
  const side = (field: string): string =>
    `format(ceil(min(brush.${field}[0], brush.${field}[1]) * layoutSteps[layout]) / layoutSteps[layout], layoutFormats[layout])` +
    ` + " to " + format(floor(max(brush.${field}[0], brush.${field}[1]) * layoutSteps[layout]) / layoutSteps[layout], layoutFormats[layout])`;
  return {
    title: {
      text: { expr: "captions[candidate]" },
      subtitle: { expr: `isArray(brush.mx) ? "inside x " + ${side("mx")} + ", y " + ${side("my")} : "${hint}"` },
      fontSize: 12,
      subtitleFontSize: 11,
      offset: 8,
      frame: "group",
    },
    width,
    height,
    params: [
      {
        name: "brush",
        select: {
          type: "interval",
          on: drag,
          translate: drag,
          // turning the wheel scrolls the page
          zoom: false,
          clear: [{ source: "view", type: "dblclick" }, { signal: "showAll" }, { signal: "layout" }],
        },
      },
    ],
    mark: { type: "circle", size: 12, opacity: 0.65, aria: false },
    encoding: {
      x: { field: "mx", ...axis(0) },
      y: { field: "my", ...axis(1) },
      color,
      tooltip: [
        { field: "i", type: "nominal", title: "customer" },
        { field: "c", type: "quantitative", title: "cluster (−1 noise)" },
        ...tooltip.map((column, t) => ({
          field: `t${t}`,
          type: "quantitative",
          title: inertText(column.unit === "" ? column.name : `${column.name} (${column.unit})`),
          format: ",.4~g",
        })),
      ],
    },
  };
}
