import { SegmentLabError } from "../../core/errors.js";

/** @throws SegmentLabError `bad-value` where labels and rows differ in number */
export function checkLabels(labels: ArrayLike<unknown>, rows: number): void {
  if (labels.length === rows) return;
  throw new SegmentLabError("bad-value", `${labels.length} labels for ${rows} rows; give one label a row`);
}
