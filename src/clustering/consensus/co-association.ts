import { createBreather, type RunOptions } from "../../core/progress.js";
import { checkMemory } from "../hierarchical/check-memory.js";
import { checkLabelings } from "./check-labelings.js";
import { countTogether } from "./count-together.js";

/**
 * Measures for each pair of rows the share of the labelings that put them into one cluster (Fred & Jain 2005). A
 * labeling that calls one of them noise counts as one that parts them.
 *
 * @param labelings one array of labels a clustering, of the same rows; negative is noise
 * @param run `signal`, `onProgress`
 * @returns rows · (rows − 1) / 2 shares, 0 … 1, in SciPy's condensed order: (0, 1), (0, 2) … (1, 2) …
 * @throws SegmentLabError `bad-value` for labelings of unequal length, `too-large` where the shares would not fit
 *   into memory
 */
export async function coAssociation(
  labelings: readonly ArrayLike<number>[],
  run: RunOptions = {},
): Promise<Float64Array> {
  checkLabelings(labelings);
  const rows = labelings[0]!.length;
  checkMemory("co-association", rows, "take a sample of the rows: sampleRows");
  const breathe = createBreather(run, "co-association");
  const counts = await countTogether(labelings, new Float64Array(rows).fill(1), (done) => breathe(done, rows));
  for (let at = 0; at < counts.length; at++) counts[at]! /= labelings.length;
  return counts;
}
