import type { ActionPlan } from "../plan/action-plan.js";

/** Which customers of a plan sit in a list, whichever list wins them, as places in the plan's columns. */
export function listMembers({ lists, customers }: ActionPlan, place: number): number[] {
  const { lens, name } = lists[place]!;
  if (lens === "clusters") return placesWhere(customers.segment, (segment) => segment === name);
  // a name that a cluster has taken is told apart by an ending
  const group = customers.rfmSegment.includes(name) ? name : name.replace(/ \(RFM( \d+)?\)$/, "");
  const members = placesWhere(customers.rfmSegment, (segment) => segment === group);
  return members.length > 0 ? members : placesWhere(customers.isNewcomer, (isNewcomer) => isNewcomer);
}

/** Which customers of a plan a list wins, as places in the plan's columns. */
export function listCustomers({ customers }: ActionPlan, place: number): number[] {
  return placesWhere(customers.list, (winner) => winner === place);
}

function placesWhere<Value>(values: readonly Value[], holds: (value: Value) => boolean): number[] {
  const places: number[] = [];
  for (const [i, value] of values.entries()) if (holds(value)) places.push(i);
  return places;
}
