import { featureCatalogue } from "../../features/catalogue.js";
import { formatFeature } from "../../features/format-feature.js";
import type { SegmentProfile } from "../profile-segments.js";

/** Medians of a segment beside the shop's, with the mean place of its customers in the shop, as a Markdown table. */
export function profileMarkdown(
  profile: SegmentProfile,
  shop: SegmentProfile,
  currency: string,
  columns: readonly string[],
): string {
  const rows = columns.flatMap((column) => {
    const own = profile.columns[column];
    const unit = featureCatalogue.find(({ name }) => name === column)?.unit;
    if (!own || !unit || Number.isNaN(own.median)) return [];
    const written = (value: number) => formatFeature(value, unit, currency);
    const cells = [column.replaceAll("_", " "), written(own.median), written(shop.columns[column]!.median)];
    return [`| ${[...cells, Math.round(100 * own.position)].join(" | ")} |`];
  });
  return ["| median | they | the shop | place in the shop, 0 to 100 |", "| --- | ---: | ---: | ---: |", ...rows].join(
    "\n",
  );
}
