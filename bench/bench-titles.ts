/** What a section of docs/benchmarks.md says of its bench before the figures. */
export const benchTitles: Readonly<Record<string, { readonly title: string; readonly about: string }>> = {
  sales: {
    title: "From a file to RFM scores",
    about: "Whole processes from a cold start, nothing cached, beside pandas doing the same.",
  },
  features: {
    title: "The catalogue of features",
    about: "From cleaned rows on disk to one row a customer, each run in a new process, beside pandas.",
  },
  clustering: {
    title: "Clustering",
    about:
      "Both sides are processes that stay open, so that neither start nor imports count, and read the same float64 file. " +
      "Results are compared first: k-means from the same starting rows (no inertia more than 1e-6 above the peer's) and from own " +
      "starts (on the real matrix medians over five seeds, averaged over k, no more than 1e-3 above); merge heights, k-distances and silhouettes to " +
      "1e-9; DBSCAN and OPTICS by an adjusted Rand index of 1; HDBSCAN by the edges of its spanning tree to 1e-9 and an index of " +
      "0.95, since ties make a peer's own labels depend on the order of rows; mixtures from the same clusters by a " +
      "log-likelihood no more than 1e-3 lower. Then the sides are timed in turn after a run to warm up, each turn with a " +
      "seed of its own, on as many threads; seven turns, fewer where they would take over 25 seconds, on synthetic " +
      "rows over 10. HDBSCAN stands beside the faster of scikit-learn's and the hdbscan package's. On the real matrix a ratio may be 1.0 at most (Gaussian mixtures 2.0). " +
      "Peak memory is that of a new process after its first run on one thread. The synthetic rows are twenty planted blobs and a " +
      "tenth of noise; complete, single, weighted, centroid and median linkage are measured on the real matrix only. Growth is " +
      "the slope of our time against the rows, both in logarithms.",
  },
  scale: {
    title: "Large shops",
    about: "Loading and the whole catalogue on synthetic shops, each in a new process.",
  },
  segment: { title: "npm run segment", about: "The whole command from a cold start, nothing cached." },
  verdict: {
    title: "How often the verdict is right",
    about:
      "Sets that nothing was tuned on (seeds from 130,001 on), of 400 to 1,600 customers each. **Shops**: 2 to 7 personas are planted in ten behaviours " +
      "(pace, lines, units, prices, last day, first day, season, weekends, returns, repertoire), 4 to 9 of which differ between personas, " +
      "by 3 to 8 standard deviations of a persona's customers. Each customer has behaviour of their own, buys order by " +
      "order for up to two years, and the 13 columns of `rfm-plus` are computed from that history by the catalogue's definitions and prepared as " +
      "`prepareMatrix` does (shares drawn to the mean, Yeo–Johnson, near copies pruned, scaled). Histories are drawn in memory: no file is " +
      "loaded or cleaned. **Tables**: Gaussian groups in 3 to 8 columns, centres 2.5 to 7 deviations apart. In both, sizes go from even to very " +
      "uneven and 0 to 6 columns that say nothing stand beside. Of 21 candidates (k-means, ward and mixtures for k = 2 to 8) " +
      "the verdict picks one; it is right where its adjusted Rand index with the truth is within 0.05 of the best candidate's. Sets " +
      "whose best candidate stays under 0.3 are counted apart. Two rules beside it know the truth: the best silhouette at the true number of groups, and the " +
      "best of the five finalists, which is what the scorecard could still choose from. **Rows without groups** are independent columns, a correlated Gaussian, a " +
      "heavy-tailed cloud, a bent cloud, a one-population gamma-Poisson shop, and a shop of one persona drawn as above. " +
      "Resamples (10) and surrogates (5) are fewer than in a comparison of one's own. Shares: more is better.",
  },
  pages: {
    title: "Opening a page",
    about:
      "Exported pages from disk, offline, in Chromium, each in a new context and opened at its first figure: first contentful paint, " +
      "and the mark that a page sets when its first figure answers to the mouse.",
  },
  reports: { title: "npm run reports", about: "The whole command from a cold start, nothing cached." },
};
