import type { Persona } from "./persona.js";
import type { Season } from "./season.js";

/** The numbers behind a synthetic shop: who buys, when, how much, at what prices, from where. */
export interface ShopProfile {
  readonly personas: readonly Persona[];
  /** How many products each kind comes in, before colours; 30 at most. */
  readonly motifsPerKind: number;
  /** How alike products sell: the nth best sells as 1 / (n + evenness). */
  readonly evenness: number;
  /** Turns the price bands of the catalogue into others: points of a line, in pence; empty leaves them. */
  readonly prices: readonly (readonly [from: number, to: number])[];
  /** Turns packs of the catalogue into others; packs that are not named stay. */
  readonly packs: ReadonlyMap<number, number>;
  readonly basket: {
    /** Spread of the lines of an order around the customer's median, and of the units of a line. */
    readonly lineSigma: number;
    readonly unitSigma: number;
    /** Share of the orders after a customer's first that only top up: a line or a few. */
    readonly topUps: number;
    /** Orders of fewer lines than this have more units a line, longer ones fewer, by the square root; 0: all the same. */
    readonly balancedLines: number;
    /** Units relative to the customer's median, by price: the last entry whose price is reached counts. */
    readonly unitsByPrice: readonly (readonly [pence: number, factor: number])[];
  };
  /** January to December, relative to an average month. */
  readonly months: Readonly<Record<Season, readonly number[]>>;
  /** Sunday to Saturday, relative. */
  readonly weekdays: readonly number[];
  /** Countries other than the main one, with their weights. */
  readonly abroad: readonly (readonly [name: string, weight: number])[];
  /** Rows of guests for each row of an identified customer. */
  readonly guestRows: number;
}
