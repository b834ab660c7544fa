import { basketFeatures } from "./catalogue/basket.js";
import { cadenceFeatures } from "./catalogue/cadence.js";
import { placeFeatures } from "./catalogue/place.js";
import { timeFeatures } from "./catalogue/time.js";
import { valueFeatures } from "./catalogue/value.js";
import type { Feature } from "./feature.js";

/**
 * Every feature that is computed from sales, as data: name, group, unit, definition and the SQL that makes it. A
 * feature of the grain `customer` uses only features that stand before it.
 */
export const featureCatalogue: readonly Feature[] = [
  ...cadenceFeatures,
  ...basketFeatures,
  ...valueFeatures,
  ...timeFeatures,
  ...placeFeatures,
];
