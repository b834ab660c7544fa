import type { SegmentProfile } from "../profile-segments.js";
import { measureRows } from "./measure-rows.js";

/** Medians of a segment beside the shop's, with the mean place of its customers in the shop, as a Markdown table. */
export function profileMarkdown(
  profile: SegmentProfile,
  shop: SegmentProfile,
  currency: string,
  columns: readonly string[],
): string {
  const rows = measureRows(profile, shop, currency, columns).map(
    ({ measure, own, shop: all, position }) => `| ${measure} | ${own} | ${all} | ${Math.round(100 * position)} |`,
  );
  return ["| median | theirs | the shop | place in the shop, 0 to 100 |", "| --- | ---: | ---: | ---: |", ...rows].join(
    "\n",
  );
}
