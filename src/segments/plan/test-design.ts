/** Lists that are read together because one is not large enough alone: as few as do, else all of them. */
export interface TestPool {
  /** Names, the list itself first. */
  readonly lists: readonly string[];
  readonly contacts: number;
  readonly heldOut: number;
  /** Uplift that one wave of the pool detects, null where none; and the mean of the assumed ones. */
  readonly detectable: number | null;
  readonly assumed: number;
  /** Waves of all of them that it takes: 1 where they do together, more where all lists are too few at once. */
  readonly waves: number;
}

/** How the shop will know whether a list's action worked. */
export interface TestDesign {
  /** The two groups, both of customers worth a contact: those contacted and those held out. */
  readonly contacts: number;
  readonly heldOut: number;
  /** Probability of a purchase in the period without a contact; null without a forecast. */
  readonly baseline: number | null;
  /** Base case of the playbook. */
  readonly assumedUplift: number;
  /** Smallest uplift found with the wanted power; null where no uplift is, or without a baseline. */
  readonly detectableUplift: number | null;
  /** The same with half of the group held out once. */
  readonly detectableAtHalf: number | null;
  readonly learnable: boolean;
  /** Customers, held out or not, from which on the assumed uplift is found; null where none are enough. */
  readonly customersNeeded: number | null;
  /** How many waves of this list that takes; null where it has nobody, or none are enough. */
  readonly waves: number | null;
  /** Lists to be read together with it; null where it needs none, or no number of customers would do. */
  readonly pool: TestPool | null;
  /** The design in words, for a brief. */
  readonly text: string;
}
