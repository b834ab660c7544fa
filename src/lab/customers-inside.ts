import { type ColumnTable, table } from "arquero";
import { mapDigits } from "../charts/map-digits.js";
import { roundTo } from "../charts/short-number.js";
import type { ComparedRun } from "../comparison/comparison.js";
import { SegmentLabError } from "../core/errors.js";

/** A rectangle on a map, in the map's own numbers, both ends included. */
export interface MapExtent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/**
 * The customers inside a rectangle of a map, as the explorer prints it above the map when one is drawn there.
 *
 * @param map `ids`, `x` and `y`, as `mapCustomers` or `umapMap` gives it: the one that the rectangle was drawn on
 * @param extent from and to, in either order
 * @param options `customers`: a table with `customer`, in any order, whose columns are taken along; `run`: the
 *   clustering whose cluster each customer gets (−1 is noise)
 * @returns one row a customer inside, in the map's order: `customer`, `cluster`, the columns of `customers`
 * @throws SegmentLabError `bad-value` for an extent that is no numbers, a run of other customers, or a customer whom the table has not
 * @example
 * const inside = { x: [-1.2, 0.4], y: [0.1, 2] } as const;
 * show(customersInside(mapCustomers(matrix), inside, { customers: customers, run: chosen }));
 */
export function customersInside(
  map: { readonly ids: readonly string[]; readonly x: Float64Array; readonly y: Float64Array },
  extent: MapExtent,
  options: { readonly customers?: ColumnTable; readonly run?: ComparedRun } = {},
): ColumnTable {
  const { customers, run } = options;
  const { ids } = map;
  const digits = mapDigits(map.x, map.y);
  const isInX = within("x", extent.x);
  const isInY = within("y", extent.y);
  const labels = run?.clustering.labels;
  if (labels && labels.length !== ids.length) {
    throw new SegmentLabError("bad-value", `${labels.length} labels for the ${ids.length} customers of the map`);
  }
  const inside: number[] = [];
  ids.forEach((_, i) => {
    // as the chart rounds them
    if (isInX(roundTo(map.x[i]!, digits)) && isInY(roundTo(map.y[i]!, digits))) inside.push(i);
  });
  const chosen = inside.map((i) => ids[i]!);
  return table({
    customer: chosen,
    ...(labels && { cluster: inside.map((i) => labels[i]!) }),
    ...(customers && columnsOf(customers, chosen)),
  });
}

function columnsOf(customers: ColumnTable, chosen: readonly string[]): Record<string, unknown[]> {
  const rows = new Map(Array.from(customers.array("customer") as ArrayLike<unknown>, (id, row) => [String(id), row]));
  const places = chosen.map((id) => {
    const row = rows.get(id);
    if (row === undefined) throw new SegmentLabError("bad-value", `no customer "${id}" in the table`);
    return row;
  });
  const others = customers.columnNames().filter((name) => name !== "customer" && name !== "cluster");
  return Object.fromEntries(
    others.map((name) => {
      const values = customers.array(name) as ArrayLike<unknown>;
      return [name, places.map((row) => values[row])];
    }),
  );
}

function within(axis: string, [a, b]: readonly [number, number]): (value: number) => boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) {
    throw new SegmentLabError("bad-value", `the extent of ${axis} is ${a} to ${b}; give two numbers`);
  }
  const [low, high] = a < b ? [a, b] : [b, a];
  return (value) => value >= low && value <= high;
}
