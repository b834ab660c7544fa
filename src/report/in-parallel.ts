/**
 * Does work for each item, a few at a time, begun in the order given.
 *
 * @param jobs how many at the same time, 1 or more
 * @param work told a signal that is given when another one failed, or from outside
 * @returns the results in the order of the items
 * @throws what the first that failed threw, once the others have ended
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result[]> {
  const stop = new AbortController();
  const all = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const results = new Array<Result>(items.length);
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length && !all.aborted; i = next++) {
      try {
        results[i] = await work(items[i]!, all);
      } catch (error) {
        failures.push(error);
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return results;
}
