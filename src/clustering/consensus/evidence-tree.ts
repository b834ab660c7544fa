import type { MergeTree } from "../clusterer.js";
import { checkMemory } from "../hierarchical/check-memory.js";
import { followChain } from "../hierarchical/follow-chain.js";
import { sortMerges } from "../hierarchical/sort-merges.js";
import { countTogether } from "./count-together.js";
import { type EvidenceLinkage, evidenceDistances } from "./evidence-distances.js";
import { labelVectors } from "./label-vectors.js";

/** A tree over what labelings say of rows. */
export interface EvidenceTree {
  readonly tree: MergeTree;
  /** How many groups of rows the labelings tell apart at all. */
  readonly distinct: number;
}

/**
 * Builds the merge tree of 1 − co-association. Rows that no labeling tells apart merge first, at height 0; that is
 * exact and spares the memory of their pairs.
 *
 * @param labelings one label a row each; negative is noise
 * @param breathe called often with the share done, 0 … 1
 * @throws SegmentLabError `too-large`, before pairs are counted, where they would not fit into memory
 */
export async function evidenceTree(
  labelings: readonly ArrayLike<number>[],
  linkage: EvidenceLinkage,
  breathe: (share: number) => Promise<void> | undefined,
): Promise<EvidenceTree> {
  const rows = labelings[0]!.length;
  if (rows === 0) return { tree: sortMerges(0, noMerges(0)), distinct: 0 };
  const { of, first } = await labelVectors(labelings, () => breathe(0));
  const distinct = first.length;
  checkMemory("consensus", distinct, "cluster a sample and assign all rows: clusterSample");
  const reduced = labelings.map((labels) => Int32Array.from(first, (row) => labels[row]!));
  const sizes = new Float64Array(distinct).fill(linkage === "single" ? 1 : 0);
  if (linkage === "average") for (const vector of of) sizes[vector]!++;
  const counts = await countTogether(reduced, sizes, (done) => breathe((done / distinct) * countShare));
  const distances = evidenceDistances(counts, sizes, labelings.length, linkage);
  const joins = await followChain(distinct, distances, (done) =>
    breathe(countShare + (done / distinct) * (1 - countShare)),
  );

  const merges = noMerges(rows - 1);
  let m = 0;
  for (let i = 0; i < rows; i++) {
    const row = first[of[i]!]!;
    if (row === i) continue;
    merges.a[m] = row;
    merges.b[m++] = i;
  }
  joins.height.forEach((height, j) => {
    merges.a[m] = first[joins.a[j]!]!;
    merges.b[m] = first[joins.b[j]!]!;
    merges.height[m++] = height;
  });
  return { tree: sortMerges(rows, merges), distinct };
}

/** the share of the time that counting takes */
const countShare = 0.3;

const noMerges = (count: number) => ({
  a: new Int32Array(count),
  b: new Int32Array(count),
  height: new Float64Array(count),
});
