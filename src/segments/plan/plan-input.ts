import type { ColumnTable } from "arquero";
import type { NoForecast, PurchaseForecast } from "../../prediction/purchase-forecast.js";
import type { Redaction } from "../../sales/redaction/redaction.js";
import type { NamedSegment } from "../name-segments.js";
import type { Playbook } from "../playbook/playbook.js";
import type { ContactTimes } from "./contact-times.js";

/** What a plan is made of. */
export interface PlanInput {
  /** One row a customer, as `buildFeatures` gives them: `customer`, `rfm_segment`, `net_revenue`, and what there is else. */
  readonly customers: ColumnTable;
  /** The chosen clustering: one cluster a customer in the table's order, −1 for none. */
  readonly labels: Int32Array;
  /** The clusters' segments, as `nameSegments` gives them. */
  readonly segments: readonly NamedSegment[];
  /** What `purchaseForecast` gives; without a forecast the plan has no money. */
  readonly forecast: PurchaseForecast | NoForecast;
  /** What `contactTimes` gives. */
  readonly times?: ContactTimes;
  /** Code of the currency, of `sales.currency`. */
  readonly currency: string;
  /** That of `sales`: with redacted ids no group of fewer than five people is told apart by the plan. */
  readonly redaction?: Redaction | null;
}

/** What a plan takes for granted; every number is printed beside what rests on it. */
export interface PlanOptions {
  /** What to do about whom: `defaultPlaybook` unless given. */
  readonly playbook?: Playbook;
  /** Share of an order's net value that is left after the goods are paid, 0.4 unless given. */
  readonly margin?: number;
  /** What may be spent on contacts, in the currency; no limit unless given. */
  readonly budget?: number;
  /** Share of customers that no campaign reaches, 0.1 unless given. */
  readonly holdoutShare?: number;
  /** Key of the hold-out's hash: keep it, and the same customers stay held out. */
  readonly holdoutSalt?: string;
  /** Two-sided error of the first kind of a test, 0.05 unless given. */
  readonly alpha?: number;
  /** Power of a test, 0.8 unless given. */
  readonly power?: number;
  /** Days of work that effort 1, 2 and 3 stand for; 0.5, 5 and 20 unless given. */
  readonly effortDays?: readonly [number, number, number];
  /** Predicted over actual of earlier forecasts (`backtestOrders`, `ratios`): widens what is at stake. */
  readonly ratios?: readonly number[];
  /** Seed of the draws for what is at stake. */
  readonly seed?: number;
}
