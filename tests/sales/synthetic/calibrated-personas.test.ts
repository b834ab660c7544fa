import { expect, it } from "vitest";
import { calibratedPersonas } from "../../../src/sales/synthetic/calibrated-personas.js";
import { personas } from "../../../src/sales/synthetic/personas.js";

it("keeps every persona's share, rhythm and tastes, and gives each other orders, baskets and returns", () => {
  const kept = ({ id, share, rhythm, tastes, from, until }: (typeof personas)[number]) => ({
    id,
    share,
    rhythm,
    tastes,
    from,
    until,
  });
  expect(calibratedPersonas.map(kept)).toEqual(personas.map(kept));
  for (const [i, { lines, units, returns }] of calibratedPersonas.entries()) {
    const planted = personas[i]!;
    expect(lines[0]).toBeGreaterThan(planted.lines[0]);
    expect(units).not.toEqual(planted.units);
    expect(returns[0]).toBeGreaterThan(planted.returns[0]);
  }
});
