import { personas } from "./personas.js";
import type { ShopProfile } from "./shop-profile.js";

/** The shop that comes with the product: plain numbers, small baskets, clear personas. */
export const embeddedProfile: ShopProfile = {
  personas,
  motifsPerKind: 5,
  evenness: 12,
  prices: [],
  packs: new Map(),
  basket: {
    lineSigma: 0.45,
    unitSigma: 0.6,
    topUps: 0,
    balancedLines: 0,
    unitsByPrice: [
      [0, 2],
      [100, 1],
      [1001, 0.4],
    ],
  },
  months: {
    shop: [0.75, 0.75, 0.9, 0.8, 0.9, 0.9, 0.85, 0.9, 1.3, 1.4, 1.7, 1.4],
    gift: [0.03, 0.03, 0.04, 0.03, 0.04, 0.04, 0.04, 0.05, 0.3, 1.6, 3.2, 2.8],
    sale: [1.8, 0.7, 0.8, 0.8, 0.8, 0.8, 1.9, 0.7, 0.9, 1, 1.2, 1],
  },
  weekdays: [0.7, 1, 1.1, 1.05, 1.2, 0.9, 0],
  abroad: [
    ["Germany", 20],
    ["France", 18],
    ["EIRE", 10],
    ["Spain", 7],
    ["Netherlands", 6],
    ["Belgium", 6],
    ["Switzerland", 5],
    ["Portugal", 4],
    ["Sweden", 4],
    ["Italy", 4],
    ["Australia", 3],
    ["Norway", 3],
    ["Channel Islands", 3],
    ["Austria", 2],
    ["Denmark", 2],
    ["Unspecified", 2],
  ],
  guestRows: 0.25,
};
