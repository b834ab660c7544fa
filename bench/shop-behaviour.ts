/** How one customer shops. */
export interface ShopBehaviour {
  readonly ordersPerYear: number;
  readonly linesPerOrder: number;
  readonly unitsPerLine: number;
  /** In the shop's currency. */
  readonly price: number;
  /** Days from the last day as a customer to the end of the file. */
  readonly goneDays: number;
  /** Where in the time before it the first order lies, 0 … 1. */
  readonly start: number;
  /** Odds of shopping in October to December, and at weekends, beside another day. */
  readonly seasonOdds: number;
  readonly weekendOdds: number;
  /** Share of the lines that go back. */
  readonly returns: number;
  /** How many products the customer picks from. */
  readonly repertoire: number;
}

/** What is usual in the shop, and how far one customer of a persona differs from the next, as logarithms. */
const usual: Readonly<Record<keyof ShopBehaviour, readonly [middle: number, spread: number]>> = {
  ordersPerYear: [24, 0.3],
  linesPerOrder: [6, 0.3],
  unitsPerLine: [4, 0.3],
  price: [3, 0.25],
  goneDays: [60, 0.35],
  start: [0.3, 0.35],
  seasonOdds: [1.2, 0.5],
  weekendOdds: [0.8, 0.5],
  returns: [0.05, 0.5],
  repertoire: [40, 0.35],
};

/** The names of all behaviours, in the order of `shopBehaviour`'s coordinates. */
export const behaviourNames = Object.keys(usual) as readonly (keyof ShopBehaviour)[];

/**
 * Turns coordinates into behaviour: 0 is what is usual in the shop, 1 is one standard deviation of the customers of a
 * persona above it.
 *
 * @param coordinates one a behaviour, as `behaviourNames` orders them
 */
export function shopBehaviour(coordinates: readonly number[]): ShopBehaviour {
  const raw = Object.fromEntries(
    behaviourNames.map((name, i) => {
      const [middle, spread] = usual[name];
      return [name, middle * Math.exp(spread * coordinates[i]!)];
    }),
  ) as unknown as ShopBehaviour;
  // shares by their odds, so that they stay below 1
  return { ...raw, start: raw.start / (1 + raw.start), returns: raw.returns / (1 + raw.returns) };
}
