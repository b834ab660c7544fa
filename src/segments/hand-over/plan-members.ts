import type { ActionPlan } from "../plan/action-plan.js";

/** Which customers of a plan sit in a list, whichever list wins them, as places in the plan's columns. */
export function listMembers({ lists, customers }: ActionPlan, place: number): number[] {
  const { lens, group } = lists[place]!;
  if (group === null) return placesWhere(customers.isNewcomer, (isNewcomer) => isNewcomer);
  return placesWhere<string | null>(
    lens === "clusters" ? customers.segment : customers.rfmSegment,
    (own) => own === group,
  );
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
