import type { Effort } from "./effort.js";

/** A low, a base and a high case of one number. */
export interface Cases {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** What to do about a segment. */
export interface SegmentAction {
  readonly goal: string;
  readonly offer: string;
  readonly channel: string;
  readonly timing: string;
  /** The angle of what is said. */
  readonly message: string;
  /** What not to do. */
  readonly avoid: string;
  readonly metric: string;
  /** What must not get worse meanwhile. */
  readonly guardRail: string;
  /** 1 = an afternoon, 2 = a week, 3 = a project. */
  readonly effort: Effort;
  /** By how much a contact raises the probability of a purchase in the plan's period, 0 to 1. */
  readonly uplift: Cases;
  /** Where the uplift is from: a citation, or "assumption". */
  readonly upliftSource: string;
  /** What is taken off an order, as a share of its net value, 0 to 1. */
  readonly discount: number;
  /** What a contact costs, in the currency of the file. */
  readonly contactCost: number;
}

/** A row of the playbook: for whom, and what to do. */
export interface PlaybookEntry extends SegmentAction {
  /** The persona of a cluster, an RFM segment, "Newcomers", or "Any other segment". */
  readonly persona: string;
}

/** What to do about whom, as a table that a user may edit: each persona once. */
export type Playbook = readonly PlaybookEntry[];
