import { contingencyTable } from "../clustering/metrics/contingency-table.js";
import type { FlowRow } from "./flow-layout.js";

/** What to call a group of a flow. */
export function groupName(label: number): string {
  return label < 0 ? "noise" : `cluster ${label}`;
}

/** How customers spread from the groups of one clustering over those of another. */
export interface LabelFlow {
  readonly flow: readonly FlowRow[];
  /** Names of both sides from the top down; noise stands last. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/**
 * Counts the customers between two clusterings, and orders the right side so that ribbons cross little: by the mean place
 * on the left of the customers of a group.
 *
 * @param before one label a customer, −1 is noise
 * @param after the same customers
 * @param order the left side from the top down; by number where left out
 */
export function labelFlow(before: ArrayLike<number>, after: ArrayLike<number>, order?: readonly string[]): LabelFlow {
  const { labelsA, labelsB, sizesA, cells } = contingencyTable(
    Array.from(before, (label) => Math.max(-1, label)),
    Array.from(after, (label) => Math.max(-1, label)),
  );
  const byNumber = [...labelsA].sort((a, b) => rank(a) - rank(b)).map(groupName);
  const left = order ?? byNumber;
  const sizes = new Map(labelsA.map((label, a) => [groupName(label), sizesA[a]!]));
  const middles = new Map<string, number>();
  let top = 0;
  for (const name of left) {
    middles.set(name, top + (sizes.get(name) ?? 0) / 2);
    top += sizes.get(name) ?? 0;
  }
  const meanPlace = labelsB.map((label, b) => {
    const own = cells.filter((cell) => cell.b === b);
    const customers = own.reduce((sum, { count }) => sum + count, 0);
    const place = own.reduce((sum, { a, count }) => sum + count * middles.get(groupName(labelsA[a]!))!, 0);
    return { label, place: place / customers };
  });
  meanPlace.sort((a, b) => Number(a.label < 0) - Number(b.label < 0) || a.place - b.place || a.label - b.label);
  const flow = cells.map(({ a, b, count }) => ({
    from: groupName(labelsA[a]!),
    to: groupName(labelsB[b]!),
    customers: count,
  }));
  return { flow, left, right: meanPlace.map(({ label }) => groupName(label)) };
}

function rank(label: number): number {
  return label < 0 ? Number.POSITIVE_INFINITY : label;
}
