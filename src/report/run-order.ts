import { availableParallelism } from "node:os";
import type { Notebook } from "./notebook.js";
import { isRun } from "./run-cells.js";

/** In which order notebooks are begun. */
export interface RunOrder<Item> {
  readonly first: readonly Item[];
  /** Begun when the others are done: it draws on what they leave in the cache. */
  readonly last: readonly Item[];
}

/**
 * Which notebooks to begin first. What takes longest is known by its code, which is the best guess. Where there are two
 * processors for each that runs, it is begun first; where there are fewer, its cells would only wait for those of the others,
 * so it comes when they are done or nearly so.
 *
 * @param items in the index's order; the last one of it is run last
 * @param notebookOf what an item holds
 * @param jobs how many run at the same time
 */
export function runOrder<Item>(
  items: readonly Item[],
  notebookOf: (item: Item) => Notebook,
  jobs: number,
  processors = availableParallelism(),
): RunOrder<Item> {
  const size = (item: Item) =>
    notebookOf(item)
      .cells.filter(isRun)
      .reduce((sum, { source }) => sum + source.length, 0);
  const [longest, ...others] = items.slice(0, -1).sort((a, b) => size(b) - size(a));
  const isRoomy = processors >= 2 * jobs;
  const first = longest === undefined ? [] : isRoomy ? [longest, ...others] : [...others, longest];
  return { first, last: items.slice(-1) };
}
