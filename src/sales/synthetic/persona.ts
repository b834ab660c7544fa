import type { Category } from "./category.js";
import type { Season } from "./season.js";

/** One planted kind of customer; medians and spreads (sigma of the logarithm) vary from customer to customer. */
export interface Persona {
  /** Kebab-case name, the value of `SyntheticShop.truth`. */
  id: string;
  label: string;
  /** Share of the identified customers. */
  share: number;
  /** Orders a year while active: median and spread; every customer orders at least once. */
  ordersPerYear: readonly [median: number, sigma: number];
  /** Product lines an order: median and spread between customers. */
  lines: readonly [median: number, sigma: number];
  /** Units a line: median and spread between customers. */
  units: readonly [median: number, sigma: number];
  /** First and last active moment, each uniform in a range; 0 = the file's start, 1 = its end, clipped. */
  from: readonly [earliest: number, latest: number];
  until: readonly [earliest: number, latest: number];
  /** Chance of leaving for good at a random moment in between. */
  leaves: number;
  /** −1 … 1: orders and baskets shrink or grow over the active time. */
  growth: number;
  /** 0 … 1: share of orders placed at even intervals rather than at random. */
  regularity: number;
  /** Rhythm of the year, orders on Sundays relative to the shop's average, usual hour of ordering. */
  rhythm: { season: Season; sundays: number; hour: number };
  /** Chance that an order is followed by a return (median), and share of its lines that come back. */
  returns: readonly [orders: number, lines: number];
  prices: "low" | "any" | "high";
  /** Categories bought more (above 1) or less often than the shop's average. */
  tastes: Partial<Record<Category, number>>;
  /** Share of these customers living outside the shop's main country. */
  abroad: number;
}
