/** A clustering that the explorer offers. */
export interface ExplorerCandidate {
  /** What the rows were prepared by, as the reader chooses it; nothing where there is one preparation only. */
  readonly preparation?: string;
  /** As the reader chooses it: "k-means". */
  readonly algorithm: string;
  /** What is varied: "k", "eps"; empty where nothing is. */
  readonly parameterName: string;
  readonly parameter: number;
  /** One a customer, −1 is noise. */
  readonly labels: Int32Array;
  /** One a customer, −1 to 1; nothing where there are fewer than two clusters. */
  readonly silhouettes?: Float64Array;
  /** Mean Jaccard index of each cluster over resamples, 0 … 1; nothing where it was not measured. */
  readonly jaccards?: ArrayLike<number>;
}
