import { SegmentLabError } from "../../core/errors.js";

/**
 * Refuses labelings that cannot be combined.
 *
 * @param labelings one array of labels a clustering
 * @throws SegmentLabError `bad-value` when there are none, they are of unequal length, or a label is no whole number
 */
export function checkLabelings(labelings: readonly ArrayLike<number>[]): void {
  const rows = labelings[0]?.length;
  if (rows === undefined) throw new SegmentLabError("bad-value", "there are no labelings; give at least one");
  labelings.forEach((labels, l) => {
    if (labels.length !== rows) {
      throw new SegmentLabError(
        "bad-value",
        `labeling ${l + 1} has ${labels.length} labels, the first one ${rows}; take the same rows`,
      );
    }
    for (let i = 0; i < rows; i++) {
      if (Number.isInteger(labels[i])) continue;
      throw new SegmentLabError(
        "bad-value",
        `labeling ${l + 1} gives row ${i + 1} the label ${labels[i]}; labels are whole numbers, negative for noise`,
      );
    }
  });
}
