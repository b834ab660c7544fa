/** Leaves that may be split, that of largest scatter first. */
export interface LeafHeap {
  put(leaf: number, scatter: number): void;
  /** Takes out the leaf of largest scatter; −1 where none scatters at all. */
  take(): number;
  /** What was put last for a leaf. */
  scatter(leaf: number): number;
}

/** Makes a binary heap for leaves 0 … most − 1; of equal scatter the smaller leaf goes first. */
export function createLeafHeap(most: number): LeafHeap {
  const scatters = new Float64Array(most);
  const heap = new Int32Array(most);
  let count = 0;
  const isBefore = (a: number, b: number): boolean =>
    scatters[a]! > scatters[b]! || (scatters[a] === scatters[b] && a < b);

  return {
    put(leaf, scatter) {
      scatters[leaf] = scatter;
      if (scatter === 0) return;
      let at = count++;
      for (; at > 0 && isBefore(leaf, heap[(at - 1) >> 1]!); at = (at - 1) >> 1) heap[at] = heap[(at - 1) >> 1]!;
      heap[at] = leaf;
    },
    take() {
      if (count === 0) return -1;
      const first = heap[0]!;
      const last = heap[--count]!;
      let at = 0;
      for (let child = 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && isBefore(heap[child + 1]!, heap[child]!)) child++;
        if (!isBefore(heap[child]!, last)) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = last;
      return first;
    },
    scatter: (leaf) => scatters[leaf]!,
  };
}
