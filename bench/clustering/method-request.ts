/** The methods that are measured; each side says how it does them. */
export type MethodName =
  | "kmeans-sweep"
  | "kmeans-from-rows"
  | "linkage"
  | "dbscan"
  | "k-distance"
  | "hdbscan"
  | "hdbscan-tree"
  | "optics"
  | "gaussian-mixture"
  | "mixture-from-labels"
  | "silhouette";

/** Parameters by name, the same on both sides. */
export type MethodParameters = Readonly<Record<string, number | string>>;

/** A matrix on disk: rows × columns little-endian float64, row after row. */
export interface MatrixFile {
  readonly path: string;
  readonly rows: number;
  readonly columns: number;
}

/** One run that a side is asked for. */
export interface MethodRequest {
  readonly method: MethodName;
  /** An npm package instead of our own engine; peers do not know it. */
  readonly engine?: string;
  readonly matrix: MatrixFile;
  readonly parameters: MethodParameters;
  readonly seed: number;
  readonly threads: number;
  /** A file of int32: the clustering that is judged or started from, or the rows that are the first centres. */
  readonly labels?: string;
  /** Rows are put into a random order first, results back into the first one: what ties depend on. */
  readonly shuffle?: number;
  /** Where `.labels` (int32) and `.values` (float64) go; nowhere where left out. */
  readonly out?: string;
}

/** What a side says when it is done. */
export interface MethodReply {
  /** The call alone. */
  readonly seconds: number;
  /** The most memory that the process has held so far. */
  readonly peakMegabytes: number;
  /** The inertia of each fit, or the mean log-likelihood. */
  readonly figures: readonly number[];
}

/** What came out of one run, for comparing. */
export interface MethodResult {
  readonly labels?: Int32Array;
  /** Merge heights or distances, ascending; silhouettes in the order of rows. */
  readonly values?: Float64Array;
  readonly figures?: readonly number[];
}
