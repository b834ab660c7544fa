import type { Clustering } from "../clustering/clusterer.js";
import { predictRows } from "../clustering/predict-rows.js";
import { predictorOf } from "../clustering/predictor.js";
import type { PreparedMatrix } from "../features/matrix/preparation.js";
import { shopFacts } from "../features/shop-facts.js";
import { columnsTold } from "../features/telling-columns.js";
import type { Sales } from "../sales/open-sales.js";
import type { ModelShop, SegmentModel, SegmentName } from "./segment-model.js";
import { tellableClusters, withoutSmallClusters } from "./without-small-clusters.js";

/** What `createModel` takes beside a matrix and its clustering. */
export interface ModelOptions {
  /** The clusters' names, as `nameSegments` gives them. */
  readonly segments?: readonly SegmentName[];
  /** The sales that the customers come from; without them the model scores tables of customers, but no sales. */
  readonly sales?: Sales;
  /** The reference day of the features, where it is not the end of the sales. */
  readonly asOf?: string;
}

/**
 * Makes of a clustering what gives new customers its segments: the preparation, what labels new rows, the segments'
 * names, and what features take from the whole shop. Nothing is fitted again later. Of redacted sales the model knows no
 * cluster with fewer than five people.
 *
 * @param matrix the prepared matrix that was clustered
 * @param clustering a clustering of its rows
 * @param options `segments`, `sales`, `asOf`
 * @returns plain data for `saveModel`, `scoreCustomers` and `scoreSales`
 * @throws SegmentLabError `bad-option` where the clustering keeps nothing that labels new rows
 * @example
 * const model = await createModel(matrix, clustering, { sales: sales });
 * await saveModel("model.json", model);
 */
export async function createModel(
  matrix: PreparedMatrix,
  clustering: Clustering,
  { segments = [], sales, asOf }: ModelOptions = {},
): Promise<SegmentModel> {
  const { algorithm, engine, options, labels } = clustering;
  const isRedacted = sales !== undefined && sales.redaction !== null;
  const clusters = isRedacted ? tellableClusters(labels, clustering.clusters) : clustering.clusters;
  const whole = predictorOf(clustering);
  const predictor = isRedacted ? withoutSmallClusters(whole, clusters) : whole;
  const again = predictRows(predictor, matrix).labels;
  const agreeing = again.reduce((count, label, i) => count + (label === labels[i] ? 1 : 0), 0);
  return {
    preparation: matrix.preparation,
    clustering: {
      algorithm,
      engine,
      options,
      clusters,
      customers: matrix.rows,
      agreement: agreeing / matrix.rows,
      predictor,
    },
    segments: segments
      .filter(({ cluster }) => !isRedacted || cluster < clusters)
      .map(({ cluster, name }) => ({ cluster, name })),
    shop: sales ? await shopOf(sales, asOf ?? sales.asOf) : null,
  };
}

async function shopOf(sales: Sales, asOf: string): Promise<ModelShop> {
  return {
    // a name that is printed again: on one line, of some length
    data: sales.source.name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").slice(0, 300),
    sha256: sales.source.sha256,
    asOf,
    currency: sales.currency,
    cleaning: sales.plan,
    columns: await columnsTold(sales),
    facts: await shopFacts(sales, asOf),
  };
}
