import { basketFeatures } from "./catalogue/basket.js";
import { cadenceFeatures } from "./catalogue/cadence.js";
import { placeFeatures } from "./catalogue/place.js";
import { rfmFeatures } from "./catalogue/rfm.js";
import { timeFeatures } from "./catalogue/time.js";
import { valueFeatures } from "./catalogue/value.js";
import type { Feature } from "./feature.js";

/**
 * Every feature, as data: name, group, unit, definition, the SQL that makes it, range, what it tells and what null
 * means. Adding a feature is adding one entry.
 */
export const featureCatalogue: readonly Feature[] = [
  ...valueFeatures,
  ...cadenceFeatures,
  ...basketFeatures,
  ...timeFeatures,
  ...placeFeatures,
  ...rfmFeatures,
];
