import { type ColumnTable, escape as withFunction } from "arquero";
import type { Sales } from "../sales/open-sales.js";
import { smallestGroup } from "../sales/redaction/smallest-group.js";

/** The scored customers that may be listed: of redacted sales not those whose segment fewer than five people got. */
export function toldScores({ redaction }: Pick<Sales, "redaction">, scored: ColumnTable): ColumnTable {
  if (redaction === null) return scored;
  const clusters = scored.array("cluster") as ArrayLike<number>;
  const sizes = new Map<number, number>();
  for (const cluster of Array.from(clusters)) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return scored.filter(withFunction((row: { cluster: number }) => sizes.get(row.cluster)! >= smallestGroup));
}
