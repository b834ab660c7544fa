import type { Draft } from "./draft.js";

/** A kind of invoice line that sells no goods. */
export interface Fee {
  sku: string;
  description: string;
  prefix: Draft["prefix"];
  /** How many in a shop of 1,500 customers. */
  count: number;
  /** Whose: an earlier order's customer, or nobody's. */
  identified: boolean;
  /** Sign of the quantity; a cancelled fee is negative. */
  quantity: 1 | -1;
  pence: readonly [lowest: number, highest: number];
}

/** The fees of the synthetic shop, one table. */
export const fees: readonly Fee[] = [
  { sku: "M", description: "Manual entry", prefix: "", count: 45, identified: true, quantity: 1, pence: [50, 30000] },
  { sku: "M", description: "Manual entry", prefix: "C", count: 30, identified: true, quantity: -1, pence: [50, 30000] },
  { sku: "m", description: "Manual entry", prefix: "", count: 3, identified: false, quantity: 1, pence: [50, 900] },
  {
    sku: "D",
    description: "Trade discount",
    prefix: "C",
    count: 15,
    identified: true,
    quantity: -1,
    pence: [500, 9000],
  },
  { sku: "C2", description: "Carriage", prefix: "", count: 18, identified: true, quantity: 1, pence: [5000, 5000] },
  {
    sku: "BANK CHARGES",
    description: "Card fee",
    prefix: "",
    count: 5,
    identified: true,
    quantity: 1,
    pence: [1500, 1500],
  },
  {
    sku: "BANK CHARGES",
    description: "Card fee",
    prefix: "C",
    count: 12,
    identified: false,
    quantity: -1,
    pence: [700, 90000],
  },
  {
    sku: "ADJUST",
    description: "Account adjustment",
    prefix: "",
    count: 12,
    identified: true,
    quantity: 1,
    pence: [300, 20000],
  },
  {
    sku: "ADJUST2",
    description: "Account adjustment",
    prefix: "",
    count: 4,
    identified: true,
    quantity: 1,
    pence: [300, 9000],
  },
  {
    sku: "B",
    description: "Bad debt written off",
    prefix: "A",
    count: 3,
    identified: false,
    quantity: 1,
    pence: [-900000, -200000],
  },
  {
    sku: "B",
    description: "Bad debt written off",
    prefix: "A",
    count: 1,
    identified: false,
    quantity: 1,
    pence: [300000, 900000],
  },
];
