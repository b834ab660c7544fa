import type { Persona } from "./persona.js";
import { personas } from "./personas.js";

/** What of a persona is another in the calibrated shop. */
type Figures = readonly [
  ordersPerYear: Persona["ordersPerYear"],
  lines: Persona["lines"],
  units: Persona["units"],
  returns: Persona["returns"],
  abroad: Persona["abroad"],
];

const figures: Readonly<Record<string, Figures>> = {
  "loyal-high-value": [[9.9, 0.6], [18.4, 0.6], [8.7, 0.5], [0.135, 0.042], 0.08],
  "overdue-high-value": [[8, 0.45], [18.4, 0.6], [8.7, 0.5], [0.155, 0.042], 0.08],
  "growing-mid-value": [[5, 0.5], [18.4, 0.6], [9, 0.5], [0.125, 0.045], 0.1],
  "small-basket": [[2.6, 0.4], [14.4, 0.6], [7.1, 0.5], [0.08, 0.12], 0.035],
  "one-time": [[0, 0], [17.4, 0.7], [6.3, 0.85], [0.13, 0.075], 0.105],
  "seasonal-gift": [[1.8, 0.3], [18.4, 0.6], [7.7, 0.5], [0.1, 0.056], 0.055],
  wholesale: [[10.8, 0.93], [14.4, 0.6], [19, 1.15], [0.25, 0.13], 0.27],
  "heavy-returner": [[4.1, 0.6], [17.4, 0.6], [8.7, 0.5], [1, 0.155], 0.06],
  "lapsed-regular": [[5.6, 0.5], [17.4, 0.6], [9.4, 0.5], [0.16, 0.056], 0.09],
  newcomer: [[16.5, 0.4], [17.4, 0.6], [7.3, 0.6], [0.1, 0.056], 0.115],
};

/** The planted personas, with longer baskets that differ more, a heavier tail of wholesalers, and smaller returns. */
export const calibratedPersonas: readonly Persona[] = personas.map((persona) => {
  const [ordersPerYear, lines, units, returns, abroad] = figures[persona.id]!;
  return { ...persona, ordersPerYear, lines, units, returns, abroad };
});
