import type { DistanceSums } from "./distance-sums.js";

/** Adds all pairs in which a row of the range is: each row's in the order of the others, whatever the range. */
export async function addPairs(
  sums: DistanceSums,
  rows: number,
  from: number,
  to: number,
  breathe: (share: number) => Promise<void> | undefined,
): Promise<void> {
  const inside = to - from;
  const all = inside * (rows - inside / 2);
  let done = 0;
  const pass = async (add: (i: number) => number): Promise<void> => {
    for (let i = from; i < to; i += 4) {
      done += 4 * add(i);
      const pause = breathe(Math.min(1, done / all));
      if (pause) await pause;
    }
  };
  const before = (i: number) => {
    sums.add(i, 0, from);
    return from;
  };
  const among = (i: number) => {
    sums.addBoth(i, to);
    return to - i;
  };
  const behind = (i: number) => {
    sums.add(i, to, rows);
    return rows - to;
  };
  if (from > 0) await pass(before);
  await pass(among);
  if (to < rows) await pass(behind);
}
