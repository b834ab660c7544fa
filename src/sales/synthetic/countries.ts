import type { Draws } from "./draws.js";

/** Where most customers live. */
export const mainCountry = "United Kingdom";

const abroad: readonly (readonly [name: string, weight: number])[] = [
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
];

const totals = new Float64Array(abroad.length);
for (let i = 0, total = 0; i < abroad.length; i++) {
  total += abroad[i]![1];
  totals[i] = total;
}

/** Draws a country: the main one, or with probability `shareAbroad` one of the others. */
export function drawCountry(draws: Draws, shareAbroad: number): string {
  return draws.chance(shareAbroad) ? abroad[draws.weighted(totals)]![0] : mainCountry;
}
