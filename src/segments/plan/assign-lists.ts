import { smallestGroup } from "../../sales/redaction/smallest-group.js";
import { type Assignment, assignContacts } from "./assign-contacts.js";
import { type CustomerForecast, customerForecast, type RankedList, rankLists } from "./customer-forecast.js";
import { type DraftCustomers, draftLists } from "./draft-lists.js";
import { holdOut } from "./hold-out.js";
import type { PlanInput } from "./plan-input.js";
import type { SettledOptions } from "./settle-options.js";

/** A plan's customers and ranked lists, with who is won by which. */
export interface AssignedLists {
  /** Without the customers who are left out. */
  readonly input: PlanInput;
  readonly draft: DraftCustomers;
  readonly ranked: readonly RankedList[];
  readonly expected: CustomerForecast | null;
  readonly assignment: Assignment;
  readonly heldOut: readonly boolean[];
  /** Names of lists that win nobody, since fewer than five people would be told apart by them. */
  readonly closed: ReadonlySet<string>;
  /** Customers of groups of fewer than five people: no list has them. */
  readonly leftOut: number;
}

/**
 * Drafts, ranks and assigns the lists of a plan. Where ids are redacted, customers of a segment of fewer than five people
 * are left out, and a list that would win fewer than five leaves them to the next one; since the one may bring about
 * the other, this goes on until nobody is told apart.
 */
export function assignLists(given: PlanInput, settled: SettledOptions): AssignedLists {
  const least = given.redaction ? smallestGroup : 0;
  const { margin, budget } = settled;
  const closed = new Set<string>();
  let input = given;
  for (;;) {
    const { customers: draft, lists } = draftLists(input, settled.playbook);
    const few = membersOfFew(draft, lists, least);
    if (few.size > 0) {
      input = without(input, draft, few);
      continue;
    }
    const expected = customerForecast(draft.ids, input.forecast);
    const ranked = rankLists(lists, expected, margin, draft.netRevenue);
    const heldOut = holdOut(draft.ids, settled.holdout);
    const open = ranked.map((list) => (closed.has(list.name) ? { ...list, members: new Int32Array() } : list));
    const rules = { margin, budget, heldOut, netRevenue: draft.netRevenue };
    const assignment = assignContacts(open, expected, rules);
    const lost = new Set([...assignment.list.keys()].filter((i) => assignment.list[i] === -1));
    const smallest = lost.size > 0 ? null : smallestWinner(ranked, assignment, least);
    if (lost.size > 0) input = without(input, draft, lost);
    else if (smallest !== null) closed.add(smallest);
    else {
      const leftOut = given.labels.length - input.labels.length;
      return { input, draft, ranked, expected, assignment, heldOut, closed, leftOut };
    }
  }
}

/** Places of the customers who sit in a list, or in no cluster, with fewer than so many. */
function membersOfFew(
  { segment }: DraftCustomers,
  lists: readonly { readonly members: Int32Array }[],
  least: number,
): ReadonlySet<number> {
  const inNone = [...segment.keys()].filter((i) => segment[i] === null);
  return new Set(
    [inNone, ...lists.map(({ members }) => members)].flatMap((own) => (own.length < least ? [...own] : [])),
  );
}

/** The list that wins fewest of those that win too few, the last in rank of equals; one at a time, since others may grow by it. */
function smallestWinner(ranked: readonly RankedList[], { list }: Assignment, least: number): string | null {
  const won = ranked.map(() => 0);
  for (const place of list) won[place]!++;
  const few = [...won.keys()].filter((place) => won[place]! > 0 && won[place]! < least);
  const first = few.sort((a, b) => won[a]! - won[b]! || b - a)[0];
  return first === undefined ? null : ranked[first]!.name;
}

function without(input: PlanInput, { rows }: DraftCustomers, places: ReadonlySet<number>): PlanInput {
  const out = new Set([...places].map((place) => rows[place]!));
  const kept = Array.from(input.labels.keys()).filter((row) => !out.has(row));
  return {
    ...input,
    customers: input.customers.reify(kept),
    labels: Int32Array.from(kept, (row) => input.labels[row]!),
  };
}
