import { toCsv } from "../../core/csv.js";
import type { SegmentedShop } from "./segment-shop.js";

/** One line a customer: the features, the RFM scores, the cluster's number and the segment's name. */
export function customersCsv({ customers, chosen, segments }: SegmentedShop): string {
  const labels = [...chosen.clustering.labels];
  const nameOf = new Map(segments.map(({ cluster, name }) => [cluster, name]));
  return toCsv([
    ...customers.columnNames().map((name) => ({ name, values: customers.array(name) as unknown[] })),
    { name: "cluster", values: labels },
    { name: "segment", values: labels.map((label) => nameOf.get(label)) },
  ]);
}
