import type { ColumnTable } from "arquero";
import { rfmSegments } from "./rfm-segments.js";

/** Adds `r_score`, `f_score`, `m_score`, `rfm_score` (text, "545") and `rfm_segment` to a table of customers. */
export function addRfm(customers: ColumnTable): ColumnTable {
  return rfmSegments(customers);
}
