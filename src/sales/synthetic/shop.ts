import type { OpenDay } from "./open-days.js";
import type { Product } from "./product.js";
import type { ShopProfile } from "./shop-profile.js";

/** What all customers of a synthetic shop share. */
export interface Shop {
  readonly seed: number;
  readonly profile: ShopProfile;
  readonly days: readonly OpenDay[];
  /** The years that the days make. */
  readonly years: number;
  readonly products: readonly Product[];
}
