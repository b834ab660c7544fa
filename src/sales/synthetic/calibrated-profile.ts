import { calibratedPersonas } from "./calibrated-personas.js";
import { embeddedProfile } from "./embedded-profile.js";
import type { ShopProfile } from "./shop-profile.js";

/**
 * The shop of the scaled files, with figures close to those of Online Retail II: set by hand until the rule of
 * closeness held in tests/sales/synthetic/marginals.test.ts. docs/methods.md says how close it comes.
 */
export const calibratedProfile: ShopProfile = {
  personas: calibratedPersonas,
  motifsPerKind: 26,
  evenness: 80,
  prices: [
    [25, 20],
    [83, 55],
    [166, 125],
    [432, 190],
    [835, 344],
    [1350, 635],
    [4600, 1240],
    [8000, 1500],
  ],
  packs: new Map([[4, 5]]),
  basket: {
    lineSigma: 0.55,
    unitSigma: 0.74,
    topUps: 0.175,
    balancedLines: 15,
    unitsByPrice: [
      [0, 4],
      [25, 2.5],
      [50, 1.5],
      [100, 1.12],
      [200, 0.62],
      [400, 0.36],
      [800, 0.22],
    ],
  },
  months: {
    ...embeddedProfile.months,
    shop: [0.67, 0.89, 1.05, 1.1, 1.22, 1.1, 0.85, 0.99, 1.22, 1.2, 1.26, 1.3],
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
    ["Poland", 6],
    ["Greece", 5],
    ["EIRE", 3],
    ["Unspecified", 6],
  ],
  guestRows: 0.3,
};
