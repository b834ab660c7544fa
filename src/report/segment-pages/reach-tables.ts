import { currencySymbol } from "../../charts/short-number.js";
import { formatNumber } from "../../core/format.js";
import type { Display } from "../../lab/display.js";
import { type SegmentReach, sumReach } from "../../segments/hand-over/segment-reach.js";
import type { ActionPlan } from "../../segments/plan/action-plan.js";
import { rowsTable } from "./segment-tables.js";

/** What a segment's customers cost and bring, by the list that wins them, with their sum; null without a forecast. */
export function moneyTable({ currency }: ActionPlan, reach: readonly SegmentReach[]): Display | null {
  const all = sumReach(reach);
  if (all.profit === null) return null;
  const row = (name: string, { customers, contacts, contactCost, profit }: typeof all) =>
    [name, customers, contacts, contactCost, profit!.low, profit!.base, profit!.high] as const;
  const rows = [
    ...reach.map((one) => row(one.list.name, sumReach([one]))),
    ...(reach.length > 1 ? [row("all", all)] : []),
  ];
  const symbol = currencySymbol(currency).trim();
  return rowsTable(
    "What contacting them costs and is expected to bring",
    rows,
    [
      "list",
      "customers",
      "written to",
      `cost (${symbol})`,
      `profit, low (${symbol})`,
      `base (${symbol})`,
      `high (${symbol})`,
    ],
    [undefined, 0, 0, 0, 0, 0, 0],
  );
}

/** What the money of each list takes for granted. */
export function assumptionTable({ currency }: ActionPlan, reach: readonly SegmentReach[]): Display {
  const rows = reach.map(({ list: { name, action } }) => {
    const uplift = [action.uplift.low, action.uplift.base, action.uplift.high].map((value) =>
      formatNumber(100 * value, 1),
    );
    return [name, uplift.join(" · "), action.upliftSource, 100 * action.discount, action.contactCost] as const;
  });
  const cost = `a contact costs (${currencySymbol(currency).trim()})`;
  return rowsTable(
    "What this takes for granted, list by list",
    rows,
    ["list", "uplift in points: low · base · high", "source of the uplift", "discount, %", cost],
    [undefined, undefined, undefined, 1, 2],
  );
}

/** What a test of each list can find. */
export function testTable(reach: readonly SegmentReach[]): Display {
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  const rows = reach.map(({ list: { name, test } }) => [
    ...[name, test.contacts, test.heldOut, percent(test.baseline), percent(test.assumedUplift)],
    ...[percent(test.detectableUplift), test.learnable ? "enough" : "too small alone"],
  ]);
  return rowsTable(
    "What a test of each whole list can find",
    rows,
    [
      "list",
      "contacted",
      "held out",
      "order anyway, %",
      "uplift assumed, points",
      "uplift it finds, points",
      "one wave is",
    ],
    [undefined, 0, 0, 1, 1, 1],
  );
}
