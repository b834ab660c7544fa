import { createBreather, type RunOptions } from "../../core/progress.js";
import { labelGroups } from "./label-groups.js";

/** A clustering of some of the rows. */
export interface ResampledLabels {
  /** Row numbers, ascending. */
  readonly rows: Int32Array;
  /** One label each of those; negative is noise. */
  readonly labels: Int32Array;
}

/** Between which shares a pair counts as ambiguous. */
export interface AmbiguityOptions extends RunOptions {
  /** 0.1 where left out. */
  readonly above?: number;
  /** 0.9 where left out. */
  readonly upTo?: number;
}

/**
 * Computes the proportion of ambiguous clustering, PAC (Şenbabaoğlu, Michailidis & Li 2014): of the pairs of rows that
 * were drawn together, the share which the resamples neither nearly always part nor nearly always put together.
 *
 * @param resamples clusterings of samples of the same rows
 * @param count how many rows there are to sample from
 * @param options `above`, `upTo`, `signal`, `onProgress`
 * @returns 0 (every pair is settled) … 1; NaN where no pair was drawn together
 */
export async function ambiguousShare(
  resamples: readonly ResampledLabels[],
  count: number,
  { above = 0.1, upTo = 0.9, ...run }: AmbiguityOptions = {},
): Promise<number> {
  const breathe = createBreather(run, "ambiguity");
  const words = Math.ceil(resamples.length / 32);
  // one bit a resample: whether the row was drawn
  const drawn = new Int32Array(count * words);
  const groups = resamples.map(({ rows, labels }, r) => {
    const all = new Int32Array(count).fill(-1);
    rows.forEach((row, at) => {
      drawn[row * words + (r >>> 5)]! |= 1 << (r & 31);
      all[row] = labels[at]!;
    });
    return labelGroups(all);
  });
  const together = new Int32Array(count);
  let ambiguous = 0;
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    together.fill(0, i + 1);
    for (const { members, next, end } of groups) {
      const last = end[i]!;
      for (let at = next[i]!; at < last; at++) together[members[at]!]!++;
    }
    for (let j = i + 1; j < count; j++) {
      let both = 0;
      for (let w = 0; w < words; w++) both += bitCount(drawn[i * words + w]! & drawn[j * words + w]!);
      if (both === 0) continue;
      pairs++;
      const share = together[j]! / both;
      if (share > above && share <= upTo) ambiguous++;
    }
    const pause = breathe(i * count - (i * i) / 2, (count * count) / 2);
    if (pause) await pause;
  }
  return ambiguous / pairs;
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
