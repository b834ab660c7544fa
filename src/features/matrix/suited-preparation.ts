import { featureCatalogue } from "../catalogue.js";
import type { Feature } from "../feature.js";
import type { ColumnPreparation } from "./column-preparation.js";

/** Units whose columns lie evenly or within bounds: a logarithm would not help them. */
const untransformed: readonly Feature["unit"][] = ["share", "0/1", "score", "text"];

/**
 * The preparation that suits a column by its unit in the catalogue: shares and entropies are drawn to the shop's mean,
 * amounts and counts go through log1p; a column of the user's own is scaled only.
 */
export function suitedPreparation(column: string): ColumnPreparation {
  const unit = featureCatalogue.find(({ name }) => name === column)?.unit;
  return {
    column,
    shrink: unit === "share",
    transform: unit === undefined || untransformed.includes(unit) ? "none" : "log1p",
    scale: "standard",
    missing: "median",
  };
}
