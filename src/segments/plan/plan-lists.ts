import { sumInOrder } from "../../features/rfm/sum-in-order.js";
import { fileNames } from "../file-names.js";
import type { Cases, PlaybookEntry } from "../playbook/playbook.js";
import type { Assumption, PlannedList } from "./action-plan.js";
import type { Assignment } from "./assign-contacts.js";
import type { BestTimes } from "./best-times.js";
import type { CustomerForecast, RankedList } from "./customer-forecast.js";
import { designTests, type TestableList } from "./design-tests.js";
import type { DraftCustomers } from "./draft-lists.js";
import { listMoney } from "./list-money.js";
import { listReason } from "./list-reason.js";
import type { PlanInput } from "./plan-input.js";
import { countStatuses } from "./plan-totals.js";
import type { SettledOptions } from "./settle-options.js";
import { startWithin } from "./start-within.js";

/** What the lists of a plan are made of. */
export interface ListIngredients {
  readonly input: PlanInput;
  readonly draft: DraftCustomers;
  readonly ranked: readonly RankedList[];
  readonly expected: CustomerForecast | null;
  readonly assignment: Assignment;
  readonly times: BestTimes;
  readonly stakes: readonly (Cases | null)[];
  readonly settled: SettledOptions;
}

/** Puts the lists of a plan together, in rank: sizes, money, tests, priority. */
export function planLists(ingredients: ListIngredients): PlannedList[] {
  const { input, draft, ranked, expected, assignment, times, stakes, settled } = ingredients;
  const won: number[][] = ranked.map(() => []);
  assignment.list.forEach((list, i) => {
    won[list]!.push(i);
  });
  const contacts = won.map((own) => own.filter((i) => assignment.status[i] === "contact"));
  const compared = won.map((own) => own.filter((i) => assignment.isCompared[i]));
  const ids = fileNames(ranked.map(({ name }) => name));
  const tests = designTests(
    ranked.map((list, i) => testable(list, contacts[i]!, compared[i]!, expected)),
    { alpha: settled.alpha, power: settled.power, holdoutShare: settled.holdout.share },
  );
  const drafts = ranked.map((list, i) => {
    const { persona, ...action } = list.entry;
    const money = expected && listMoney(action, settled.margin, expected, assignment, contacts[i]!, compared[i]!);
    const profitPerDay = money && money.profit.base / settled.effortDays[action.effort - 1]!;
    return {
      id: ids[i]!,
      name: list.name,
      lens: list.lens,
      group: list.group,
      persona,
      action,
      reason: listReason(list, draft, input.customers, input.currency),
      rank: i + 1,
      rankedBy: list.rankedBy,
      size: {
        members: list.members.length,
        customers: won[i]!.length,
        statuses: countStatuses(won[i]!.map((one) => assignment.status[one]!)),
      },
      revenue: sumInOrder(won[i]!.map((one) => draft.netRevenue[one]!)),
      money,
      stake: stakes[i]!,
      profitPerDay,
      ...startWithin(action.effort, money?.profit ?? null, contacts[i]!.length),
      test: tests[i]!,
      weekday: times.listWeekday[i]!,
      hour: times.listHour[i]!,
      assumptions: assumptionsOf(list.entry),
    };
  });
  // the most profit for a day of work; without money the least effort; equals by rank
  const order = [...drafts.keys()].sort(
    (a, b) => worth(drafts[b]!) - worth(drafts[a]!) || drafts[a]!.action.effort - drafts[b]!.action.effort || a - b,
  );
  return drafts.map((list, i) => ({ ...list, priority: order.indexOf(i) + 1 }));
}

function worth({ profitPerDay }: { readonly profitPerDay: number | null }): number {
  return profitPerDay ?? -Number.MAX_VALUE;
}

function testable(
  { name, entry }: RankedList,
  contacts: readonly number[],
  compared: readonly number[],
  expected: CustomerForecast | null,
): TestableList {
  const all = [...contacts, ...compared];
  const mean = (of: (i: number) => number): number => sumInOrder(all.map(of)) / all.length;
  const known = expected !== null && all.length > 0;
  return {
    name,
    channel: entry.channel,
    contacts: contacts.length,
    heldOut: compared.length,
    baseline: known
      ? Math.min(
          1,
          mean((i) => expected.baseline[i]!),
        )
      : null,
    assumedUplift: known ? mean((i) => Math.min(entry.uplift.base, 1 - expected.baseline[i]!)) : entry.uplift.base,
  };
}

/** What the playbook takes for granted about a list, as it is printed beside its money. */
function assumptionsOf({ persona, uplift, upliftSource, discount, contactCost }: PlaybookEntry): Assumption[] {
  const raises = (which: keyof Cases): Assumption => ({
    name: `uplift, ${which}`,
    value: uplift[which],
    unit: "probability",
    source: upliftSource,
    text: `By how much a contact raises the probability of a purchase in the period (${persona}).`,
  });
  return [
    raises("low"),
    raises("base"),
    raises("high"),
    {
      name: "discount",
      value: discount,
      unit: "share",
      source: "playbook",
      text: "Taken off each order of a contacted customer.",
    },
    {
      name: "contact cost",
      value: contactCost,
      unit: "currency a contact",
      source: "playbook: assumption",
      text: "Paid for each contact.",
    },
  ];
}
