/** What is known of a candidate: plain numbers, each optional where it was not measured. */
export interface ScoredCandidate {
  readonly name: string;
  /** Customers in each cluster, by number. */
  readonly sizes: readonly number[];
  /** Customers in none. */
  readonly noise: number;
  /** Mean silhouette (or another index that grows with separation) beside that of surrogates without groups. */
  readonly separation?: {
    readonly value: number;
    readonly nullMean: number;
    /** Standard deviation over the surrogates. */
    readonly nullDeviation?: number;
    /** Share of surrogates that reach the value, the candidate counted among them. */
    readonly pValue?: number;
  };
  /** One a cluster: mean Jaccard share with its best match in bootstrap samples, 0 … 1 (Hennig 2007). */
  readonly stability?: readonly number[];
  /** Mean adjusted Rand index with what other seeds give; 1 where the seed changes nothing. */
  readonly seedAgreement?: number;
  /** Mean recall of a small decision tree, out of fold: `explainTree(…).meanRecall`. */
  readonly explainability?: number;
  /** Shares of the deviance of what came after that label and RFM segment explain: from `labelUsefulness`. */
  readonly usefulness?: {
    readonly label: number;
    readonly segment: number;
    /** Interval of the difference. */
    readonly low?: number;
    readonly high?: number;
  };
  /** Indices by name that the candidates are ranked by elsewhere; told to disagree where their favourites differ. */
  readonly indices?: Readonly<Record<string, { readonly value: number; readonly better: "larger" | "smaller" }>>;
}

/** All customers of a candidate. */
export function customersOf({ sizes, noise }: ScoredCandidate): number {
  return sizes.reduce((sum, size) => sum + size, noise);
}

/** How far groups come back, when customers are drawn anew or another seed is taken, whichever is less. */
export function comesBack(candidate: ScoredCandidate): number {
  return Math.min(meanStability(candidate), candidate.seedAgreement ?? Number.POSITIVE_INFINITY);
}

/** The mean Jaccard share of a customer's cluster; NaN where it was not measured or there is no cluster. */
export function meanStability({ sizes, stability }: ScoredCandidate): number {
  if (!stability) return Number.NaN;
  const inside = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.reduce((sum, size, c) => sum + size * (stability[c] ?? Number.NaN), 0) / inside;
}
