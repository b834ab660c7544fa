import { squaredDistance } from "../squared-distance.js";

/** What k-means knows between two iterations, with Hamerly's bounds. */
export interface Assignment {
  readonly data: Float64Array;
  readonly width: number;
  readonly k: number;
  readonly centres: Float64Array;
  /** One a row: the nearest centre, the lowest-numbered one in a tie. */
  readonly labels: Int32Array;
  /** One a row: not less than the distance to its own centre. */
  readonly upper: Float64Array;
  /** One a row: not more than the distance to any other centre. */
  readonly lower: Float64Array;
  /** One a centre: how far it moved since the bounds were last brought up to date. */
  readonly moved: Float64Array;
  /** One a centre: half the distance to the nearest other centre. */
  readonly half: Float64Array;
  /** The rows of each centre, added up: follows the labels. */
  readonly sums: Float64Array;
  /** One a centre: how many rows it has. */
  readonly counts: Int32Array;
  /** Larger than the rounding error of any bound. */
  readonly slack: number;
}

/** of the largest value: above the rounding error of any bound */
export const slackShare = 1e-12;

/**
 * Assigns rows `from` … `to` − 1 to their nearest centres; rows whose bounds prove that nothing changed are
 * skipped, so the result is Lloyd's at a fraction of the distances (Hamerly 2010).
 *
 * @returns how many labels changed
 */
export function assignRows(state: Assignment, from: number, to: number): number {
  const { data, width, k, centres, labels, upper, lower, moved, half, slack } = state;
  const [most, second, farthest] = largestMoves(moved);
  let changed = 0;
  for (let i = from; i < to; i++) {
    const own = labels[i]!;
    const low = lower[i]! - (own === farthest ? second : most);
    const bound = (half[own]! > low ? half[own]! : low) - slack;
    let high = upper[i]! + moved[own]!;
    lower[i] = low;
    upper[i] = high;
    if (high < bound) continue;
    high = Math.sqrt(squaredDistance(data, i * width, centres, own * width, width));
    upper[i] = high;
    if (high < bound) continue;

    let nearest = 0;
    let best = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(data, i * width, centres, c * width, width);
      if (distance < best) {
        next = best;
        best = distance;
        nearest = c;
      } else if (distance < next) {
        next = distance;
      }
    }
    upper[i] = Math.sqrt(best);
    lower[i] = Math.sqrt(next);
    if (nearest !== own) {
      labels[i] = nearest;
      moveRow(state, i, own, nearest);
      changed++;
    }
  }
  return changed;
}

function moveRow({ data, width, sums, counts }: Assignment, row: number, from: number, to: number): void {
  counts[from]!--;
  counts[to]!++;
  for (let j = 0; j < width; j++) {
    sums[from * width + j]! -= data[row * width + j]!;
    sums[to * width + j]! += data[row * width + j]!;
  }
}

/** Sets `half`: half the distance from each centre to its nearest other one. */
export function measureCentres({ centres, k, width, half }: Assignment): void {
  half.fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      const gap = Math.sqrt(squaredDistance(centres, a * width, centres, b * width, width)) / 2;
      if (gap < half[a]!) half[a] = gap;
      if (gap < half[b]!) half[b] = gap;
    }
  }
}

/** How far the centre that moved most went, how far the next one, and which the first one is. */
export function largestMoves(moved: Float64Array): [most: number, second: number, farthest: number] {
  let farthest = 0;
  let second = 0;
  for (let c = 1; c < moved.length; c++) {
    if (moved[c]! > moved[farthest]!) {
      second = moved[farthest]!;
      farthest = c;
    } else if (moved[c]! > second) {
      second = moved[c]!;
    }
  }
  return [moved[farthest]!, second, farthest];
}
