/** Rows that have been reached, nearest first. */
export interface ReachQueue {
  /** Adds a row, or moves it forward once its distance has become smaller. */
  put(row: number): void;
  /** Takes out the row of least distance, of equals the smallest row; undefined where none is left. */
  take(): number | undefined;
}

/**
 * A binary heap over rows.
 *
 * @param distances one a row; the caller lowers them and then calls `put`
 */
export function createReachQueue(distances: Float64Array): ReachQueue {
  const heap = new Int32Array(distances.length);
  const slotOf = new Int32Array(distances.length).fill(-1);
  let size = 0;
  const isBefore = (a: number, b: number): boolean =>
    distances[a]! < distances[b]! || (distances[a] === distances[b] && a < b);
  const place = (row: number, slot: number): void => {
    heap[slot] = row;
    slotOf[row] = slot;
  };
  return {
    put(row) {
      let slot = slotOf[row]! >= 0 ? slotOf[row]! : size++;
      for (; slot > 0 && isBefore(row, heap[(slot - 1) >> 1]!); slot = (slot - 1) >> 1) {
        place(heap[(slot - 1) >> 1]!, slot);
      }
      place(row, slot);
    },
    take() {
      if (size === 0) return undefined;
      const first = heap[0]!;
      const last = heap[--size]!;
      slotOf[first] = -1;
      if (size === 0) return first;
      let slot = 0;
      for (let child = 1; child < size; child = 2 * slot + 1) {
        if (child + 1 < size && isBefore(heap[child + 1]!, heap[child]!)) child++;
        if (!isBefore(heap[child]!, last)) break;
        place(heap[child]!, slot);
        slot = child;
      }
      place(last, slot);
      return first;
    },
  };
}
