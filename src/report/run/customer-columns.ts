import type { NewColumn } from "../../core/database.js";
import { featureCatalogue } from "../../features/catalogue.js";
import type { SegmentedShop } from "./segment-shop.js";
import { listedClusters } from "./told-segments.js";

const wholeUnits = ["0/1", "score"];

/**
 * What a run says of each customer, a column each: the id, every feature of the catalogue, the cluster, the segment's
 * name. Of redacted sales the customers of a segment with too few people are left out.
 */
export function customerColumns(shop: SegmentedShop): NewColumn[] {
  const { customers, chosen, segments } = shop;
  const labels = [...chosen.clustering.labels];
  const nameOf = new Map(segments.map(({ cluster, name }) => [cluster, name]));
  const listed = listedClusters(shop);
  const columns: NewColumn[] = [
    ...customers.columnNames().map((name) => ({ name, type: typeOf(name), values: customers.array(name) })),
    { name: "cluster", type: "INTEGER", values: labels },
    { name: "segment", type: "VARCHAR", values: labels.map((label) => nameOf.get(label)) },
  ];
  if (listed.size === segments.length) return columns;
  return columns.map(({ values, ...column }) => ({
    ...column,
    values: Array.from(values).filter((_, i) => listed.has(labels[i]!)),
  }));
}

function typeOf(name: string): NewColumn["type"] {
  const unit = featureCatalogue.find((feature) => feature.name === name)?.unit ?? "text";
  if (unit === "text") return "VARCHAR";
  return wholeUnits.includes(unit) ? "INTEGER" : "DOUBLE";
}
