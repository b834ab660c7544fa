import type { ActionPlan, PlannedList } from "../plan/action-plan.js";
import type { SegmentProfile } from "../profile-segments.js";
import type { SegmentProduct } from "./segment-products.js";

/** What is told of a list, in a brief and on the page of its segment. */
export interface ListStory {
  readonly plan: ActionPlan;
  readonly list: PlannedList;
  /** Of those who sit in the list. */
  readonly profile: SegmentProfile;
  readonly shop: SegmentProfile;
  /** The product that they take most more often than the shop does; left out where none stands out or none is known. */
  readonly favourite?: SegmentProduct;
}
