import type { Draws } from "./draws.js";
import type { ShopProfile } from "./shop-profile.js";

/** Where most customers live. */
export const mainCountry = "United Kingdom";

/** Draws a country: the main one, or with probability `shareAbroad` one of the profile's others. */
export function drawCountry(draws: Draws, shareAbroad: number, { abroad }: Pick<ShopProfile, "abroad">): string {
  return draws.chance(shareAbroad) ? abroad[draws.weighted(totalsOf(abroad))]![0] : mainCountry;
}

const totalsByTable = new WeakMap<ShopProfile["abroad"], Float64Array>();

function totalsOf(abroad: ShopProfile["abroad"]): Float64Array {
  let totals = totalsByTable.get(abroad);
  if (totals === undefined) {
    let total = 0;
    totals = Float64Array.from(abroad, ([, weight]) => (total += weight));
    totalsByTable.set(abroad, totals);
  }
  return totals;
}
