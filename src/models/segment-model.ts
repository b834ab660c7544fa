import type { OptionValues } from "../clustering/clusterer.js";
import type { Predictor } from "../clustering/predictor.js";
import type { ShopFacts } from "../features/known-shop.js";
import type { Preparation } from "../features/matrix/preparation.js";
import type { TellingColumn } from "../features/telling-columns.js";
import type { CleaningPlan } from "../sales/cleaning/cleaning-plan.js";

/**
 * All that is needed to give new customers the segments of earlier ones: how they are prepared, how they are labelled,
 * what the segments are called. It holds no customer's id; of density clusterings it holds rows of prepared numbers.
 */
export interface SegmentModel {
  readonly preparation: Preparation;
  readonly clustering: ModelClustering;
  /** The names of the clusters; empty where they were not named. */
  readonly segments: readonly SegmentName[];
  /** The sales that it was made of; null where it was made of a table, and then it scores tables only. */
  readonly shop: ModelShop | null;
}

/** What a model keeps of its clustering. */
export interface ModelClustering {
  readonly algorithm: string;
  readonly engine: string;
  readonly options: OptionValues;
  readonly clusters: number;
  /** How many customers were clustered. */
  readonly customers: number;
  /** The share of them to whom the model gives their own label again, 0 … 1. */
  readonly agreement: number;
  readonly predictor: Predictor;
}

/** A cluster's name; −1 is noise. */
export interface SegmentName {
  readonly cluster: number;
  readonly name: string;
}

/** Where a model's customers came from. */
export interface ModelShop {
  /** The file's name and hash. */
  readonly data: string;
  readonly sha256: string;
  /** The reference day of the features, yyyy-mm-dd. */
  readonly asOf: string;
  /** The code of the currency; XXX where it is not known. */
  readonly currency: string;
  /** The rules that cleaned the file, every parameter settled. */
  readonly cleaning: CleaningPlan;
  /** Which columns, of those that a file may lack, it had. */
  readonly columns: readonly TellingColumn[];
  /** What features take from the whole shop. */
  readonly facts: ShopFacts;
}
