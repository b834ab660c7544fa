import { embeddedProfile } from "./embedded-profile.js";
import type { Persona } from "./persona.js";
import { personas } from "./personas.js";
import type { ShopProfile } from "./shop-profile.js";

/** What of a persona does not follow the general changes. */
const changes: Readonly<Record<string, Partial<Persona>>> = {
  wholesale: { ordersPerYear: [11, 0.85], units: [15, 0.45], abroad: 0.22, returns: [0.35, 0.12] },
  "loyal-high-value": { ordersPerYear: [9, 0.6] },
};

/**
 * The shop whose figures come close to those of Online Retail II, for the scaled shop: the same personas, buying longer
 * baskets of cheaper things. What it comes close to, and how close, is in tests/sales/synthetic/marginals.test.ts.
 */
export const calibratedProfile: ShopProfile = {
  personas: personas.map((persona): Persona => {
    const [orders, orderSpread] = persona.ordersPerYear;
    const [lines, lineSpread] = persona.lines;
    const [units, unitSpread] = persona.units;
    const [returning, returned] = persona.returns;
    return {
      ...persona,
      ordersPerYear: [orders * 0.77, orderSpread],
      units: [Math.sqrt(units * 6) * 0.81, unitSpread * 0.8],
      lines: [Math.sqrt(Math.sqrt(lines * 7.5) * 7.5) * 2.3, lineSpread],
      returns: [returning * 2.3, returned * 0.36],
      ...changes[persona.id],
    };
  }),
  motifsPerKind: 26,
  evenness: 40,
  prices: [
    [25, 20],
    [83, 55],
    [166, 125],
    [432, 198],
    [835, 355],
    [1350, 675],
    [4600, 1275],
    [8000, 1500],
  ],
  basket: {
    lineSigma: 0.7,
    unitSigma: 1.03,
    topUps: 0.14,
    unitsByPrice: [
      [0, 2],
      [100, 1],
      [500, 0.4],
      [1001, 0.25],
    ],
  },
  months: {
    ...embeddedProfile.months,
    shop: [0.66, 0.88, 1.08, 1.09, 1.23, 1.11, 0.8, 1, 1.2, 1.24, 1.29, 1.25],
  },
  weekdays: [0.8, 0.97, 1.03, 1.03, 1.23, 0.88, 0],
  abroad: [
    ["Germany", 107],
    ["France", 93],
    ["Spain", 38],
    ["Belgium", 29],
    ["Portugal", 23],
    ["Netherlands", 22],
    ["Switzerland", 22],
    ["Sweden", 19],
    ["Italy", 17],
    ["Australia", 15],
    ["Austria", 13],
    ["Channel Islands", 13],
    ["Finland", 13],
    ["Denmark", 12],
    ["Norway", 12],
    ["Cyprus", 11],
    ["Japan", 10],
    ["USA", 8],
    ["EIRE", 3],
    ["Unspecified", 6],
  ],
  guestRows: 0.3,
};
