import { showableGroups } from "../../sales/redaction/smallest-group.js";
import type { NamedSegment } from "../../segments/name-segments.js";
import type { SegmentedShop } from "./segment-shop.js";

/** A segment as a run tells it: of one with too few people no money. */
export type ToldSegment = Pick<NamedSegment, "cluster" | "name" | "customers" | "action"> & {
  /** Net revenue and its share of the shop's; null under `--redact` where fewer than five people have it. */
  readonly revenue: number | null;
  readonly revenueShare: number | null;
};

/** What may be said of each segment. */
export function toldSegments(shop: Pick<SegmentedShop, "sales" | "segments">): ToldSegment[] {
  const listed = listedClusters(shop);
  return shop.segments.map(({ cluster, name, customers, action, revenue, revenueShare }) => {
    return { cluster, name, customers, action, ...(listed.has(cluster) ? { revenue, revenueShare } : noMoney) };
  });
}

const noMoney = { revenue: null, revenueShare: null };

/** The clusters whose customers may be listed. */
export function listedClusters({ sales, segments }: Pick<SegmentedShop, "sales" | "segments">): ReadonlySet<number> {
  return new Set(showableGroups(sales, segments).map(({ cluster }) => cluster));
}
