/** Customers who go from one segment to another. */
export interface FlowRow {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
}

/** A segment on one side of a flow: from `top` down, in customers. */
export interface FlowBar {
  readonly name: string;
  readonly customers: number;
  readonly top: number;
  readonly bottom: number;
}

/** A ribbon: where it leaves the left bar and where it enters the right one, in customers. */
export interface FlowRibbon extends FlowRow {
  readonly left: readonly [top: number, bottom: number];
  readonly right: readonly [top: number, bottom: number];
}

/** An alluvial diagram's places, all lengths in customers, so that every height is a number of them. */
export interface FlowLayout {
  readonly left: readonly FlowBar[];
  readonly right: readonly FlowBar[];
  readonly ribbons: readonly FlowRibbon[];
  readonly height: number;
}

/** The order of both columns from the top down, where they are not the same names. */
export interface FlowOrder {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Lays out a flow between two columns of bars. Ribbons leave and enter a bar in the order of the other column, so that
 * ribbons of one bar never cross each other.
 *
 * @param flow one entry a pair
 * @param names all segments, from the top down, or those of each column
 * @param gap the space between two bars, in customers
 */
export function flowLayout(flow: readonly FlowRow[], names: readonly string[] | FlowOrder, gap: number): FlowLayout {
  const { from, to } = "from" in names ? names : { from: names, to: names };
  const left = stack(from, flow, "from", gap);
  const right = stack(to, flow, "to", gap);
  const height = Math.max(0, left.at(-1)?.bottom ?? 0, right.at(-1)?.bottom ?? 0);
  const free = { left: topsOf(left), right: topsOf(right) };
  const sorted = [...flow].sort(
    (a, b) => from.indexOf(a.from) - from.indexOf(b.from) || to.indexOf(a.to) - to.indexOf(b.to),
  );
  const ribbons = sorted.map((row) => ({
    ...row,
    left: take(free.left, row.from, row.customers),
    right: take(free.right, row.to, row.customers),
  }));
  return { left, right, ribbons, height };
}

function stack(names: readonly string[], flow: readonly FlowRow[], side: "from" | "to", gap: number): FlowBar[] {
  const totals = new Map<string, number>();
  for (const row of flow) totals.set(row[side], (totals.get(row[side]) ?? 0) + row.customers);
  let top = 0;
  return names
    .filter((name) => totals.has(name))
    .map((name) => {
      const customers = totals.get(name)!;
      const bar = { name, customers, top, bottom: top + customers };
      top = bar.bottom + gap;
      return bar;
    });
}

function topsOf(bars: readonly FlowBar[]): Map<string, number> {
  return new Map(bars.map(({ name, top }) => [name, top]));
}

function take(free: Map<string, number>, name: string, customers: number): [number, number] {
  const top = free.get(name)!;
  free.set(name, top + customers);
  return [top, top + customers];
}
