import type { Random } from "../../core/random.js";

/**
 * Moves each centre to the mean of all rows that mini-batches have given it so far, the batch's own included
 * (Sculley 2010).
 *
 * @param batch rows × width numbers
 * @param labels the nearest centre of each of the batch's rows
 * @param centres k × width numbers, changed
 * @param counts how many rows each centre has been given, changed
 */
export function moveCentres(
  batch: Float64Array,
  width: number,
  labels: Int32Array,
  centres: Float64Array,
  counts: Float64Array,
): void {
  const k = counts.length;
  const sums = new Float64Array(k * width);
  const given = new Float64Array(k);
  labels.forEach((label, i) => {
    given[label]!++;
    // measured from the centre, a row that lies on it moves it nowhere
    for (let j = 0; j < width; j++) sums[label * width + j]! += batch[i * width + j]! - centres[label * width + j]!;
  });
  for (let c = 0; c < k; c++) {
    if (given[c] === 0) continue;
    counts[c]! += given[c]!;
    for (let j = c * width; j < (c + 1) * width; j++) centres[j]! += sums[j]! / counts[c]!;
  }
}

/**
 * Moves centres that were given hardly any rows onto random rows of the batch, half as many as it has rows at most.
 *
 * @param share a centre moves when it was given less than this share of what the fullest one was given
 */
export function reassignCentres(
  batch: Float64Array,
  width: number,
  centres: Float64Array,
  counts: Float64Array,
  share: number,
  random: Random,
): void {
  const rows = batch.length / width;
  const fullest = counts.reduce((most, count) => Math.max(most, count), 0);
  const poor = [...counts.keys()]
    .filter((c) => counts[c]! < share * fullest)
    .sort((a, b) => counts[a]! - counts[b]! || a - b)
    .slice(0, Math.floor(rows / 2));
  if (poor.length === 0) return;
  // a count too small would have it moved again at once
  const kept = counts.filter((_, c) => !poor.includes(c));
  const least = kept.reduce((smallest, count) => Math.min(smallest, count), Number.POSITIVE_INFINITY);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  poor.forEach((c, drawn) => {
    const at = drawn + random.integer(rows - drawn);
    [order[drawn], order[at]] = [order[at]!, order[drawn]!];
    centres.set(batch.subarray(order[drawn]! * width, (order[drawn]! + 1) * width), c * width);
    counts[c] = least;
  });
}
