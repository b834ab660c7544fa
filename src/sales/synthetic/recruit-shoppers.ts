import { drawCountry } from "./countries.js";
import type { Draws } from "./draws.js";
import { shareOut } from "./share-out.js";
import type { ShopProfile } from "./shop-profile.js";
import type { Shopper } from "./shopper.js";

/** Which customers to recruit, and for how long. */
export interface Recruitment {
  /** How many customers, and how many there are already. */
  readonly count: number;
  readonly before: number;
  /** Number of open days, and the years that they make. */
  readonly days: number;
  readonly years: number;
}

/**
 * Recruits the shop's customers: each persona gets its share to the customer, everything else is drawn.
 *
 * @param profile the planted personas, whose shares add up to one, and where customers live
 * @param recruitment how many, over how long
 * @param draws the stage's random draws
 * @returns customers by ascending id; the ids tell nothing of the persona
 */
export function recruitShoppers(
  profile: Pick<ShopProfile, "personas" | "abroad">,
  { count, before, days, years }: Recruitment,
  draws: Draws,
): Shopper[] {
  return draws.shuffle(shareOut(profile.personas, count)).map((persona, i): Shopper => {
    const from = Math.max(0, draws.between(...persona.from));
    let until = Math.min(1, draws.between(...persona.until));
    if (draws.chance(persona.leaves)) until = draws.between(from, until);
    const firstDay = Math.min(days - 1, Math.floor(from * days));
    const country = drawCountry(draws, persona.abroad, profile);
    return {
      id: 12000 + 4 * (before + i) + draws.integer(4),
      persona,
      country,
      laterCountry: draws.chance(0.012) ? drawCountry(draws, 0.5, profile) : country,
      orders: Math.max(
        1,
        Math.floor(draws.logNormal(...persona.ordersPerYear) * years * (until - from) + draws.between(0, 1)),
      ),
      lines: draws.logNormal(...persona.lines),
      units: draws.logNormal(...persona.units),
      returnChance: Math.min(0.9, draws.logNormal(persona.returns[0], 0.35)),
      firstDay,
      lastDay: Math.max(firstDay, Math.min(days - 1, Math.floor(until * days))),
    };
  });
}
