/** How often something is found in a group, and in the shop that the group is part of. */
export interface LiftCounts {
  /** Pairs of a customer and a product in the group, and those of them that have it. */
  readonly ownPairs: number;
  readonly ownHits: number;
  /** The same of the whole shop. */
  readonly shopPairs: number;
  readonly shopHits: number;
}

/** How much more of its purchases a group gives to something than the shop does. */
export interface Lift {
  /** Share of the group's purchases over the share of the shop's: 1 is as everybody. */
  readonly lift: number;
  /** Lower end of its 95 % interval, by which lifts are ranked: a few purchases make no preference. */
  readonly atLeast: number;
}

/**
 * Lift of a group for a product or a kind of products, as in association rules (Brin et al. 1997, "interest"), with the
 * interval of a ratio of two shares on the logarithm (Katz et al. 1978), the group against all others.
 *
 * @param counts purchases as pairs of a customer and a product, each once: one bulk order does not make a preference
 */
export function liftOf({ ownPairs, ownHits, shopPairs, shopHits }: LiftCounts): Lift {
  const lift = ownHits / ownPairs / (shopHits / shopPairs);
  const [otherPairs, otherHits] = [shopPairs - ownPairs, shopHits - ownHits];
  // a group that is the whole shop differs from nobody
  if (otherPairs <= 0 || ownHits === 0) return { lift, atLeast: Math.min(lift, 1) };
  const [own, other] = [ownHits / ownPairs, Math.max(otherHits, 0.5) / otherPairs];
  const spread = Math.sqrt((1 - own) / ownHits + (1 - Math.min(1, other)) / Math.max(otherHits, 0.5));
  const lowestRatio = (own / other) * Math.exp(-1.96 * spread);
  // the ratio to the others, taken back to the ratio to the shop
  const share = ownPairs / shopPairs;
  return { lift, atLeast: lowestRatio / (share * lowestRatio + 1 - share) };
}
