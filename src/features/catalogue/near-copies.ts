/** Two features that are almost one on Online Retail II (|r| > 0.98), and why both are kept. */
export const nearCopies: readonly { readonly features: readonly [string, string]; readonly reason: string }[] = [
  {
    features: ["net_revenue", "gross_revenue"],
    reason:
      "they part where it matters: a cancelled mega-order counts among the best customers by gross revenue and not by net",
  },
  {
    features: ["lines_per_order", "median_lines"],
    reason: "one exceptional order moves the mean and not the median: their distance tells a habit from an exception",
  },
];
