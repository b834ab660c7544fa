import type { ColumnTable } from "arquero";
import { customerColumn } from "../../features/rfm/customer-column.js";
import type { ActionPlan } from "../plan/action-plan.js";
import { profileColumns, profileSegments, type SegmentProfile } from "../profile-segments.js";
import { listMembers } from "./plan-members.js";

/** Profiles of a plan's lists, and of all customers. */
export interface ListProfiles {
  /** One a list, in their order, of those who sit in it, whichever list wins them. */
  readonly lists: readonly SegmentProfile[];
  readonly shop: SegmentProfile;
}

/**
 * Describes who sits in each list of a plan, in units and by place in the shop.
 *
 * @param plan as `planActions` gives it
 * @param customers the table that it was made of, in any order
 */
export function listProfiles(plan: ActionPlan, customers: ColumnTable): ListProfiles {
  const ids = customerColumn<string | number>(customers, "customer", "buildFeatures").map(String);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const columns = profileColumns.filter((name) => customers.columnNames().includes(name));
  const lists = plan.lists.map((_, place) => {
    const labels = new Int32Array(ids.length).fill(-1);
    for (const i of listMembers(plan, place)) labels[rowOf.get(plan.customers.customer[i]!)!] = 0;
    return profileSegments(customers, labels, columns).find(({ cluster }) => cluster === 0)!;
  });
  return { lists, shop: profileSegments(customers, new Int32Array(ids.length), columns)[0]! };
}
