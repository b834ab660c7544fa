import { type ColumnTable, table } from "arquero";
import { scoreRfm } from "./score-rfm.js";
import { rfmSegment } from "./segment-map.js";

/** Adds `r_score`, `f_score`, `m_score`, `rfm_score` (text, "545") and `rfm_segment` to a table of customers. */
export function addRfm(customers: ColumnTable): ColumnTable {
  const column = (name: string) => customers.array(name) as number[];
  const { r, f, m } = scoreRfm(column("recency_days"), column("orders"), column("net_revenue"));
  const scores = table({
    r_score: [...r],
    f_score: [...f],
    m_score: [...m],
    rfm_score: [...r].map((score, i) => `${score}${f[i]}${m[i]}`),
    rfm_segment: [...r].map((score, i) => rfmSegment(score, f[i]!, m[i]!)),
  });
  return customers.assign(scores);
}
