import type { Random } from "../src/core/random.js";
import { drawPoisson } from "./draw-poisson.js";
import type { ShopBehaviour } from "./shop-behaviour.js";

/** A line of an order. */
export interface PurchasedLine {
  readonly product: number;
  readonly units: number;
  readonly price: number;
  readonly isReturned: boolean;
}

/** An order. */
export interface PurchasedOrder {
  /** 0 … 729, from 1 January of the first year on, a Monday. */
  readonly day: number;
  readonly lines: readonly PurchasedLine[];
}

/** The days of a file. */
export const historyDays = 730;

/** Whether a day lies in October, November or December. */
export function isInSeason(day: number): boolean {
  return day % 365 >= 273;
}

/** Whether a day is a Saturday or a Sunday. */
export function isAtWeekend(day: number): boolean {
  return day % 7 >= 5;
}

/** More orders than this and no history ends. */
const mostOrders = 300;

/**
 * Draws what a customer bought: a first order, then a Poisson process at the customer's own rate until the last day as a
 * customer, on days by their odds; lines of products of the customer's own repertoire.
 *
 * @returns one entry an order, in order of time
 */
export function purchaseHistory(random: Random, behaviour: ShopBehaviour): PurchasedOrder[] {
  const { ordersPerYear, goneDays, start, seasonOdds, weekendOdds } = behaviour;
  const last = Math.max(0, historyDays - 1 - Math.min(historyDays - 1, Math.floor(goneDays)));
  const first = Math.floor(last * start);
  const odds = (day: number) => (isInSeason(day) ? seasonOdds : 1) * (isAtWeekend(day) ? weekendOdds : 1);
  const most = Math.max(1, seasonOdds) * Math.max(1, weekendOdds);
  const drawDay = (): number => {
    for (;;) {
      const day = first + random.integer(last - first + 1);
      if (random.next() * most <= odds(day)) return day;
    }
  };
  const count = 1 + Math.min(mostOrders, drawPoisson(random, (ordersPerYear * (last - first)) / 365));
  const days = Array.from({ length: count }, drawDay).sort((a, b) => a - b);
  // somewhere in a catalogue of a thousand products
  const shelf = random.integer(1000);
  return days.map((day) => ({ day, lines: drawLines(random, behaviour, shelf) }));
}

function drawLines(random: Random, behaviour: ShopBehaviour, shelf: number): PurchasedLine[] {
  const { linesPerOrder, unitsPerLine, price, returns, repertoire } = behaviour;
  return Array.from({ length: 1 + drawPoisson(random, Math.max(0, linesPerOrder - 1)) }, () => ({
    product: shelf + random.integer(Math.ceil(repertoire)),
    units: 1 + drawPoisson(random, Math.max(0, unitsPerLine - 1)),
    price: price * Math.exp(0.5 * random.normal()),
    isReturned: random.next() < returns,
  }));
}
