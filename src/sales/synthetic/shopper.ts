import type { Persona } from "./persona.js";

/** An identified customer with habits of their own, drawn around the persona's. */
export interface Shopper {
  id: number;
  persona: Persona;
  country: string;
  /** Where the customer lives in the second half of the active time; usually the same. */
  laterCountry: string;
  orders: number;
  lines: number;
  units: number;
  returnChance: number;
  /** First and last active open day. */
  firstDay: number;
  lastDay: number;
}
