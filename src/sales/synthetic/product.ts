import type { Category } from "./category.js";

/** A product of the synthetic shop. */
export interface Product {
  /** Five digits and, in a family of colours, a letter. */
  sku: string;
  description: string;
  /** Another spelling that some rows carry. */
  otherDescription: string | undefined;
  /** Some rows write the letter of the code small. */
  mixedCase: boolean;
  category: Category;
  /** Price of one unit in the first calendar year. */
  pence: number;
  /** Price of 2011, in per cent of 2010. */
  inflation: number;
  /** Cheaper in the clearance weeks. */
  clearance: boolean;
  pack: number;
  /** Units of a line relative to the customer's median: cheap things are bought by the dozen, dear ones singly. */
  unitFactor: number;
  /** How often it is bought, relative. */
  popularity: number;
  /** The same article in other colours. */
  siblings: Product[];
}
