import type { Cases, SegmentAction } from "../playbook/playbook.js";
import type { LensComparison } from "./lens-comparison.js";
import type { TestDesign } from "./test-design.js";

/** Where a list comes from: the chosen clustering, or rules on recency, frequency and value. */
export type Lens = "clusters" | "rfm";

/** A number that the plan takes for granted, to be printed beside what rests on it. */
export interface Assumption {
  readonly name: string;
  readonly value: number;
  /** "share", "days", "currency a contact", … */
  readonly unit: string;
  /** A citation, what it was measured on, "set by the user", or "assumption". */
  readonly source: string;
  /** The assumption in a sentence. */
  readonly text: string;
}

/**
 * What becomes of a customer: `contact`; `hold-out`; `not-worth-it`, where a contact is expected to bring nothing;
 * `over-budget`; `no-forecast`, where the others have one and this customer has no history.
 */
export type ContactStatus = "contact" | "hold-out" | "not-worth-it" | "over-budget" | "no-forecast";

/** How many customers have each status: they add up to the customers. */
export type StatusCounts = Readonly<Record<ContactStatus, number>>;

/** When a list's action begins: within so many days, or not at all (null) where it is not expected to pay. */
export type StartWithin = 30 | 90 | 180 | null;

/** Means a contact over a list's contacts, of which its profit is made: see `profitOfContact`. */
export interface ContactMeans {
  /** Net value of an order, V. */
  readonly orderValue: number;
  /** Probability of a purchase in the period without a contact, p₀. */
  readonly baseline: number;
  /** p₀ · V, on which a discount is given away. */
  readonly baselineValue: number;
  /** The assumed uplift weighted by V; below the playbook's where p₀ leaves no room for it. */
  readonly uplift: Cases;
}

/** The money of a list in the currency of the file, over those of its customers who are contacted. */
export interface ListMoney {
  /** Sum of the customers' expected profit of a contact, in the low, base and high case of the uplift. */
  readonly profit: Cases;
  readonly profitPerContact: Cases;
  /** Means a contact, by which profit = contacts · (Δp · (margin − discount) · V − discount · p₀V − contact cost). */
  readonly means: ContactMeans;
  /** The uplift from which on a contact pays, at the means. */
  readonly breakEven: number | null;
  /** Contacts times what one costs. */
  readonly contactCost: number;
  /** Expected discount: on orders that come anyway and on those that the contact brings. */
  readonly discountCost: number;
  /** Base profit that is forgone with those held out. */
  readonly holdoutPrice: number;
}

/** What a list's own customers stand for: those who sit in it, and those whom no list of a higher rank takes. */
export interface ListSize {
  readonly members: number;
  /** Members whose winning list this is. */
  readonly customers: number;
  readonly statuses: StatusCounts;
}

/** Whom to write to, with what, and what is expected of it. */
export interface PlannedList {
  /** Lower-case letters, digits and hyphens, of lens and name: for files and links. */
  readonly id: string;
  /** No two lists share a name. */
  readonly name: string;
  readonly lens: Lens;
  /** What its members have in the column of the lens (`segment` or `rfmSegment`); null for newcomers. */
  readonly group: string | null;
  /** The row of the playbook that is followed. */
  readonly persona: string;
  readonly action: SegmentAction;
  /** Who they are, in one sentence made of their figures. */
  readonly reason: string;
  /** 1 is the list whose contact is expected to bring most: it wins its customers, and is paid first. */
  readonly rank: number;
  /** Expected profit of a contact, mean over all members, by which lists are ranked; null without a forecast. */
  readonly rankedBy: number | null;
  readonly size: ListSize;
  /** Historic net revenue of the customers it wins. */
  readonly revenue: number;
  /** Null without a forecast (see the plan's `noMoney`), or with nobody to contact. */
  readonly money: ListMoney | null;
  /** Net value at stake with the customers it wins, as `valueAtStake` defines it; null without a forecast. */
  readonly stake: Cases | null;
  /** 1 is the action to begin with: base profit for a day of work. */
  readonly priority: number;
  /** Base profit for a day of work; null without money. */
  readonly profitPerDay: number | null;
  readonly startWithinDays: StartWithin;
  /** Why then, in a sentence. */
  readonly startReason: string;
  readonly test: TestDesign;
  /** Weekday (1 = Monday to 7) and hour (0 to 23) of most orders of the customers it wins; null where unknown. */
  readonly weekday: number | null;
  readonly hour: number | null;
  /** What its money rests on. */
  readonly assumptions: readonly Assumption[];
}

/** The plan's customers, a column each, in ascending order of their ids; money in the currency of the file. */
export interface PlannedCustomers {
  readonly customer: readonly string[];
  /** Name of the cluster's segment; null for a customer in no group. */
  readonly segment: readonly (string | null)[];
  readonly rfmSegment: readonly string[];
  /** Single order, of the last 90 days. */
  readonly isNewcomer: readonly boolean[];
  /** Place in `lists` of the list that wins the customer: each has exactly one. */
  readonly list: readonly number[];
  readonly status: readonly ContactStatus[];
  /** By the universal hold-out: left out of every campaign. */
  readonly heldOut: readonly boolean[];
  /** Probability of a purchase in the period without a contact; null without a forecast of the customer. */
  readonly baseline: readonly (number | null)[];
  /** Expected net value of an order. */
  readonly orderValue: readonly (number | null)[];
  /** Expected profit of a contact by the winning list's action, contacted or not. */
  readonly profitLow: readonly (number | null)[];
  readonly profitBase: readonly (number | null)[];
  readonly profitHigh: readonly (number | null)[];
  /** Best weekday and hour: the customer's own from three orders on, else those of the winning list. */
  readonly weekday: readonly (number | null)[];
  readonly hour: readonly (number | null)[];
}

/** Customers who sit in the same lists, and which of them wins. */
export interface OverlapRow {
  /** Names of the lists, the winner first, then by rank. */
  readonly lists: readonly string[];
  readonly winner: string;
  readonly customers: number;
  /** Historic net revenue. */
  readonly revenue: number;
}

/** The plan in all: sums over the winning lists, so that no customer counts twice. */
export interface PlanTotals {
  readonly customers: number;
  readonly statuses: StatusCounts;
  /** Null without a forecast. */
  readonly profit: Cases | null;
  readonly contactCost: number;
  /** Null without a forecast. */
  readonly discountCost: number | null;
  readonly holdoutPrice: number | null;
  readonly stake: Cases | null;
}

/** How customers are held out of every campaign. */
export interface HoldoutRule {
  readonly share: number;
  /** What ids are hashed with: the same salt holds out the same customers, whoever joins. */
  readonly salt: string;
}

/** Whom to write to, when, with what, at what cost and gain, and how the shop will know: plain data, fit for JSON. */
export interface ActionPlan {
  /** yyyy-mm-dd: midnight after the last transaction that is known. */
  readonly asOf: string;
  /** Days in which purchases count. */
  readonly horizonDays: number;
  /** Code of the currency. */
  readonly currency: string;
  /** Factor of the season in these days, 1 where none is known. */
  readonly season: number;
  /** Why money is null, in a sentence; null where there is money. */
  readonly noMoney: string | null;
  /** The model behind the forecast, in a sentence; null without one. */
  readonly model: string | null;
  readonly assumptions: readonly Assumption[];
  readonly holdout: HoldoutRule;
  /** What may be spent on contacts; null without a limit. */
  readonly budget: number | null;
  /** No group of fewer people is told apart; null where ids are not redacted. */
  readonly smallestGroup: number | null;
  /** By rank. */
  readonly lists: readonly PlannedList[];
  readonly customers: PlannedCustomers;
  /** Most customers first; customers of one list alone stand in it too. */
  readonly overlap: readonly OverlapRow[];
  readonly lenses: LensComparison;
  readonly totals: PlanTotals;
  /** What a reader has to know, in sentences. */
  readonly notes: readonly string[];
}
