/** The eleven RFM segments, best first. */
export const rfmSegmentNames = [
  "Champions",
  "Loyal Customers",
  "Potential Loyalists",
  "Recent Customers",
  "Promising",
  "Need Attention",
  "About To Sleep",
  "At Risk",
  "Can't Lose Them",
  "Hibernating",
  "Lost",
] as const;

/** One of the eleven RFM segments. */
export type RfmSegment = (typeof rfmSegmentNames)[number];

/** The total map: row R − 1, column V − 1; all 25 cells are named. */
export const rfmSegmentMap: readonly (readonly RfmSegment[])[] = [
  ["Lost", "Lost", "Hibernating", "Hibernating", "At Risk"],
  ["Hibernating", "Hibernating", "At Risk", "At Risk", "Can't Lose Them"],
  ["About To Sleep", "About To Sleep", "Need Attention", "Loyal Customers", "Need Attention"],
  ["Promising", "Potential Loyalists", "Loyal Customers", "Loyal Customers", "Champions"],
  ["Recent Customers", "Potential Loyalists", "Potential Loyalists", "Loyal Customers", "Champions"],
];

/**
 * The value score V = ceil((F + M) / 2), 1 to 5.
 *
 * @param f frequency score, 1 to 5
 * @param m monetary score, 1 to 5
 * @returns a whole number, 1 to 5
 */
export function valueScore(f: number, m: number): number {
  return Math.ceil((f + m) / 2);
}

/**
 * The segment of a customer with scores R, F and M.
 *
 * @param r recency score, 1 to 5
 * @param f frequency score, 1 to 5
 * @param m monetary score, 1 to 5
 * @returns a name of `rfmSegmentNames`
 */
export function rfmSegment(r: number, f: number, m: number): RfmSegment {
  return rfmSegmentMap[r - 1]![valueScore(f, m) - 1]!;
}
