import type { ColumnTable } from "arquero";
import { SegmentLabError } from "../core/errors.js";
import { noCurrency } from "../core/money.js";
import type { Progress } from "../core/progress.js";
import { buildFeatures } from "../features/build-features.js";
import { featureCatalogue } from "../features/catalogue.js";
import { neededColumns } from "../features/matrix/needed-columns.js";
import { columnsBehind, columnsTold } from "../features/telling-columns.js";
import { columnDefinitions } from "../sales/column-aliases.js";
import type { Sales } from "../sales/open-sales.js";
import { scoreCustomers } from "./score-customers.js";
import type { ModelShop, SegmentModel } from "./segment-model.js";

/** What `scoreSales` takes beside the model and the sales. */
export interface ScoreSalesOptions {
  /** Reference day, yyyy-mm-dd: only what happened before it counts; midnight after the last transaction where left out. */
  readonly asOf?: string;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Gives the customers of new sales the segments of a model: features as of the sales' last day, by the model's shop
 * where a feature takes anything from the whole shop, then `scoreCustomers`. A customer is told by what stands in
 * these sales alone, so they must hold each customer's whole history.
 *
 * @param model as `loadModel` or `createModel` gives it, made of sales
 * @param sales as `openSales` gives them
 * @param options `asOf`, `onProgress`
 * @returns one row a customer: `customer`, the features that the model reads, `cluster`, `segment`, `margin`
 * @throws SegmentLabError `column-missing` naming the features that these sales cannot give, `bad-value` for another
 *   currency, `bad-option` for a model that was not made of sales
 */
export async function scoreSales(
  model: SegmentModel,
  sales: Sales,
  { asOf, onProgress }: ScoreSalesOptions = {},
): Promise<ColumnTable> {
  const { shop } = model;
  if (shop === null) {
    throw new SegmentLabError(
      "bad-option",
      "the model was made of a table, not of sales; use scoreCustomers, or give createModel its sales",
    );
  }
  const needed = neededColumns(model.preparation);
  checkCurrency(shop, sales);
  checkFeatures(needed);
  await checkColumns(needed, shop, sales);
  onProgress?.({ done: 0, total: 2, label: "features" });
  const customers = await buildFeatures(sales, { asOf, columns: needed, shop: shop.facts });
  onProgress?.({ done: 1, total: 2, label: "segments" });
  return scoreCustomers(model, customers);
}

function checkCurrency({ currency }: ModelShop, sales: Sales): void {
  if ([currency, sales.currency].includes(noCurrency) || currency === sales.currency) return;
  throw new SegmentLabError(
    "bad-value",
    `${sales.source.name} is in ${sales.currency}, the model was made in ${currency}; give amounts in ${currency}, ` +
      `and --currency ${currency} where they are`,
  );
}

function checkFeatures(needed: readonly string[]): void {
  const unknown = needed.filter((name) => featureCatalogue.every((feature) => feature.name !== name));
  if (unknown.length > 0) {
    throw new SegmentLabError(
      "column-missing",
      `model needs columns ${unknown.join(", ")}, which are no features of sales; use scoreCustomers on a table with them`,
    );
  }
  const ranks = needed.filter((name) => featureCatalogue.some((one) => one.name === name && one.grain === "score"));
  if (ranks.length === 0) return;
  throw new SegmentLabError(
    "column-missing",
    `model needs columns ${ranks.join(", ")}: ranks among the customers of one file, which say something else in ` +
      "another; make a model without them",
  );
}

async function checkColumns(needed: readonly string[], shop: ModelShop, sales: Sales): Promise<void> {
  const told = await columnsTold(sales);
  // what the model's own shop did not tell, the model does not go by
  const lacking = shop.columns.filter((column) => !told.includes(column));
  const silent = needed.filter((name) => columnsBehind(name).some((column) => lacking.includes(column)));
  if (silent.length === 0) return;
  const missing = lacking.filter((column) => silent.some((name) => columnsBehind(name).includes(column)));
  const titles = missing.map((column) => `"${columnDefinitions.find((one) => one.column === column)!.title}"`);
  const map = missing.map((column) => `${column}=NAME`).join(",");
  throw new SegmentLabError(
    "column-missing",
    `model needs columns ${silent.join(", ")}; ${sales.source.name} gives no ${titles.join(", no ")} to make them of: ` +
      `map it with --columns ${map}, or make a model without them`,
  );
}
