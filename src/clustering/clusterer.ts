import type { Matrix } from "../core/matrix.js";
import type { RunOptions } from "../core/progress.js";
import type { CondensedTree } from "./density/condensed-tree.js";
import type { ReachabilityPlot } from "./density/reachability-plot.js";

/** Options as they are kept and printed: plain values by name. */
export type OptionValues = Readonly<Record<string, number | string | boolean>>;

/** What every clusterer takes beside its own options. */
export interface FitOptions extends RunOptions {
  /** Seed of every random choice; 1 where left out. */
  readonly seed?: number;
}

/** A clustering of the rows of a matrix. */
export interface Clustering {
  readonly algorithm: string;
  readonly engine: string;
  readonly options: OptionValues;
  /** One label a row: clusters are numbered 0, 1, … by descending size, ties by smallest row; −1 is noise. */
  readonly labels: Int32Array;
  /** The number of clusters, noise not counted. */
  readonly clusters: number;
  /** What the fit learnt: centres, a merge tree, core points; each algorithm says which. */
  readonly model: ClusteringModel;
  /** What a reader of the result must know, in sentences; absent or empty where all is well. */
  readonly warnings?: readonly string[];
  /** Wall time of the fit; belongs under `timing`, never into comparable output. */
  readonly seconds: number;
}

/** What a fit leaves behind. */
export type ClusteringModel =
  | { readonly kind: "centres"; readonly centres: Matrix; readonly inertia: number; readonly iterations: number }
  | { readonly kind: "tree"; readonly tree: MergeTree; readonly linkage: string; readonly centroids: Matrix }
  | ({ readonly kind: "mixture" } & MixtureModel)
  | DensityModel
  | HdbscanModel
  /** `density` where the clusters were cut at an eps. */
  | { readonly kind: "reachability"; readonly plot: ReachabilityPlot; readonly density?: DensityModel }
  | { readonly kind: "labels" };

/** A fitted Gaussian mixture: component c is cluster c; components that no row belongs to most stand behind. */
export interface MixtureModel {
  readonly covariance: "full" | "diagonal";
  /** One a component: its share of the rows. */
  readonly weights: Float64Array;
  /** One row a component. */
  readonly means: Matrix;
  /** Component after component columns × columns numbers, or one variance a column where diagonal. */
  readonly covariances: Float64Array;
  /** The mean logarithm of the density at a row. */
  readonly logLikelihood: number;
  /** Bayesian information criterion (Schwarz 1978): smaller is better, where no warning says otherwise. */
  readonly bic: number;
  /** Akaike's information criterion. */
  readonly aic: number;
  readonly iterations: number;
  /** Whether the tolerance was met within the iterations allowed. */
  readonly converged: boolean;
}

/** The core points of DBSCAN, or of OPTICS cut at an eps. */
export interface DensityModel {
  readonly kind: "density";
  /** Row numbers of the fitted matrix, ascending. */
  readonly corePoints: Int32Array;
  readonly eps: number;
  /** Those rows alone, in that order. */
  readonly points: Matrix;
}

/** What HDBSCAN learns beside the labels. */
export interface HdbscanModel {
  readonly kind: "density-tree";
  /** Every split of the density, chosen or not. */
  readonly tree: CondensedTree;
  /** One a cluster of the clustering: its number in the tree. */
  readonly chosen: Int32Array;
  /** One a row: how firmly it belongs to its cluster, 0 … 1; 0 for noise. */
  readonly strengths: Float64Array;
  /** One a row: how far it lies outside, 0 … 1 (GLOSH). */
  readonly outlierScores: Float64Array;
  /** One a row: the distance to its neighbour number `minSamples`, itself counted. */
  readonly coreDistances: Float64Array;
  /** The fitted rows. */
  readonly points: Matrix;
}

/**
 * A hierarchical clustering as SciPy's linkage matrix, one entry a merge, in order of height: the rows are
 * numbered 0 … rows − 1, merge i makes cluster rows + i.
 */
export interface MergeTree {
  readonly rows: number;
  /** Length rows − 1: the smaller of the two cluster numbers joined. */
  readonly left: Int32Array;
  /** Length rows − 1: the larger of the two cluster numbers joined. */
  readonly right: Int32Array;
  /** Length rows − 1: the distance at which they join. */
  readonly height: Float64Array;
  /** Length rows − 1: how many rows the new cluster holds. */
  readonly size: Int32Array;
}

/** What the shared suite may ask of an algorithm; see tests/clustering/check-clusterer.ts. */
export type Claim =
  | "noise"
  | "permutation"
  | "scaling"
  | "duplicates-share-label"
  | "predict-equals-labels"
  | "non-convex";

/**
 * One option of an algorithm: its default and its range, for checks, help and documentation. An option with both
 * a `minimum` and `choices` takes a number or one of those words.
 */
export interface OptionDefinition {
  readonly name: string;
  readonly default: number | string | boolean;
  readonly minimum?: number;
  /** `rows` stands for the number of rows of the matrix. */
  readonly maximum?: number | "rows";
  readonly whole?: boolean;
  readonly choices?: readonly string[];
  readonly describes: string;
}

/** An algorithm in one engine: everything that registers it. */
export interface Clusterer {
  readonly algorithm: string;
  /** `native`, or the package that does the work. */
  readonly engine: string;
  readonly options: readonly OptionDefinition[];
  readonly claims: readonly Claim[];
  /** More rows than this are refused with a message that names the native engine. */
  readonly maximumRows?: number;
  fit(matrix: Matrix, options: OptionValues, run: FitOptions): Promise<Clustering>;
  /** Labels for new rows in the columns of the fit; absent where the algorithm defines none. */
  predict?(clustering: Clustering, matrix: Matrix): Int32Array;
}
