import type { ColumnTable } from "arquero";
import { checkSegmentMap, type SegmentMap, type SegmentMapRow, standardSegmentMap } from "./check-segment-map.js";
import { customerColumn } from "./customer-column.js";
import { valueScore } from "./segment-map.js";
import { sumInOrder } from "./sum-in-order.js";

/** A cell of the RFM map with who is in it, as `rfmGrid` draws it. */
export interface SegmentCell {
  /** Recency score, 1 to 5. */
  readonly r: number;
  /** Value score, 1 to 5, ceil((F + M) / 2). */
  readonly v: number;
  readonly segment: string;
  readonly customers: number;
  /** Net revenue of its customers. */
  readonly revenue: number;
}

/**
 * The 25 cells of a segment map with their customers and net revenue, for `rfmGrid`.
 *
 * @param customers a table with `r_score`, `f_score`, `m_score` and `net_revenue`
 * @param map the map that names the cells, ours unless given
 * @returns 25 cells, the worst recency first; empty ones too
 */
export function rfmCells(customers: ColumnTable, map: SegmentMap = standardSegmentMap): SegmentCell[] {
  const { cells } = checkSegmentMap(map);
  const [r, f, m] = ["r_score", "f_score", "m_score"].map((name) =>
    customerColumn<number>(customers, name, "rfmSegments"),
  );
  const revenue = customerColumn<number>(customers, "net_revenue", "buildFeatures");
  const members: number[][] = Array.from({ length: 25 }, () => []);
  r!.forEach((score, i) => {
    members[(score - 1) * 5 + valueScore(f![i]!, m![i]!) - 1]!.push(revenue[i]!);
  });
  return members.map((amounts, at) => {
    const row = Math.floor(at / 5) + 1;
    const segment = cells[`R${row}` as SegmentMapRow][at % 5]!;
    return { r: row, v: (at % 5) + 1, segment, customers: amounts.length, revenue: sumInOrder(amounts) };
  });
}
