import type { Persona } from "./persona.js";

/** One persona a customer, each in its share by largest remainders; nobody goes without: a small shop has every persona too. */
export function shareOut(personas: readonly Persona[], count: number): Persona[] {
  const seats = personas.map(({ share }) => Math.max(1, Math.floor(share * count)));
  const byRemainder = personas
    .map(({ share }, i) => ({ i, remainder: share * count - Math.floor(share * count) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  let left = count - seats.reduce((sum, seat) => sum + seat, 0);
  for (let j = 0; left > 0; j = (j + 1) % byRemainder.length, left--) seats[byRemainder[j]!.i]!++;
  while (left++ < 0) seats[seats.indexOf(Math.max(...seats))]!--;
  return personas.flatMap((persona, i) => new Array<Persona>(seats[i]!).fill(persona));
}
