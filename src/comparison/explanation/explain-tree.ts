import type { Matrix } from "../../core/matrix.js";
import { type DecisionTree, leafOf } from "./decision-tree.js";
import { growTree, sortColumns, type TreeOptions } from "./grow-tree.js";
import { stratifiedFolds } from "./stratified-folds.js";
import { type TreeRule, treeRules } from "./tree-rules.js";

/** What `explainTree` takes. */
export interface ExplainOptions extends Omit<TreeOptions, "rows" | "sorted"> {
  /** How many parts are set aside in turn; 5 where left out. */
  readonly folds?: number;
  /** Seed of the deal into folds; 1 where left out. */
  readonly seed?: number;
  /** The fold of each customer, to take the place of a deal. */
  readonly foldOf?: Int32Array;
}

/** How well a cluster is told by the tree, out of fold. */
export interface ToldCluster {
  /** −1 is noise. */
  readonly cluster: number;
  readonly customers: number;
  /** Share of those told to be in it who are; NaN where nobody is. */
  readonly precision: number;
  /** Share of it that is told to be in it. */
  readonly recall: number;
}

/** A clustering in a few questions, and how much of it they tell. */
export interface TreeExplanation {
  /** Grown from all customers. */
  readonly tree: DecisionTree;
  readonly rules: readonly TreeRule[];
  /** Out of fold: each customer told by a tree that was grown without them. */
  readonly clusters: readonly ToldCluster[];
  /** Out of fold: the cluster told for each customer. */
  readonly told: Int32Array;
  /** Out of fold: share of the customers told right. */
  readonly accuracy: number;
  /** Out of fold: mean recall over the clusters, noise among them; 1 / their number is what guessing one of them gives. */
  readonly meanRecall: number;
}

/**
 * Explains a clustering by a small decision tree on features in original units (CART, Breiman et al. 1984), and scores it
 * on customers that it has not seen: stratified folds, each told by a tree of the others.
 *
 * @param features rows × columns in original units, as `featureMatrix` gives them; NaN is unknown
 * @param labels one cluster a row; noise (−1) counts as one more
 * @param options `depth` (3), `minLeaf` (1), `folds` (5), `seed` (1), `borders` ("round")
 * @returns the tree, its rules in words, precision and recall per cluster out of fold
 * @throws SegmentLabError `bad-value` where labels and rows differ in number; `bad-option` for folds that cannot be made
 * @example
 * const { rules, meanRecall } = explainTree(featureMatrix(customers, matrix.columns, matrix.ids), clustering.labels);
 * rules[0].text; // "orders ≥ 4 and recency_days < 60 → cluster 0: precision 0.91, recall 0.84"
 */
export function explainTree(
  features: Matrix,
  labels: ArrayLike<number>,
  options: ExplainOptions = {},
): TreeExplanation {
  const { folds = 5, seed = 1, foldOf, ...growth } = options;
  const { rows, ids, data } = features;
  const sorted = sortColumns(features);
  const tree = growTree(features, labels, { ...growth, sorted });
  const fold = foldOf ?? stratifiedFolds(labels, ids, folds, seed);
  const told: Int32Array = new Int32Array(rows);
  for (const aside of new Set(fold)) {
    const learnt = Int32Array.from(fold.keys()).filter((i) => fold[i] !== aside);
    const grown = growTree(features, labels, { ...growth, sorted, rows: learnt });
    for (let i = 0; i < rows; i++) {
      if (fold[i] === aside) told[i] = grown.nodes[leafOf(grown, data, i)]!.cluster;
    }
  }
  const clusters = tree.clusters.map((cluster) => {
    let [customers, claimed, right] = [0, 0, 0];
    for (let i = 0; i < rows; i++) {
      if (labels[i] === cluster) customers++;
      if (told[i] === cluster) claimed++;
      if (labels[i] === cluster && told[i] === cluster) right++;
    }
    return { cluster, customers, precision: right / claimed, recall: right / customers };
  });
  const accuracy = told.reduce((sum, cluster, i) => sum + (cluster === labels[i] ? 1 : 0), 0) / rows;
  const meanRecall = clusters.reduce((sum, { recall }) => sum + recall, 0) / clusters.length;
  return { tree, rules: treeRules(tree), clusters, told, accuracy, meanRecall };
}
