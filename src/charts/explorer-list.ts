import type { ExplorerTooltip } from "./explorer-map.js";

/**
 * What a page's script needs to know of the explorer to write the customers inside the brush as CSV: names of datasets,
 * signals and fields. It stands in the spec's `usermeta`, which Vega-Lite leaves alone.
 */
export interface CustomerList {
  readonly data: string;
  readonly alphabet: string;
  readonly brush: string;
  /** Under which names the brush has its extents: across, and up. */
  readonly extents: readonly [x: string, y: string];
  readonly candidate: string;
  readonly captions: string;
  readonly clear: string;
  /** The fields of the places, by map; `layout` is the signal of the map chosen. */
  readonly layout: string;
  readonly places: readonly (readonly [x: string, y: string])[];
  /** The columns beside the cluster. */
  readonly columns: readonly { readonly name: string; readonly field: string }[];
}

/** Describes the explorer's own data and signals. */
export function customerList(layouts: number, tooltip: readonly ExplorerTooltip[]): CustomerList {
  const places: [string, string][] = [
    ["x", "y"],
    ["u", "v"],
  ];
  return {
    ...{ data: "customers", alphabet: "alphabet", brush: "brush", candidate: "candidate", captions: "captions" },
    extents: ["mx", "my"],
    ...{ clear: "showAll", layout: "layout", places: places.slice(0, layouts) },
    columns: [{ name: "customer", field: "i" }, ...tooltip.map(({ name }, t) => ({ name, field: `t${t}` }))],
  };
}
