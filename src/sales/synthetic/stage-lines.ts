import { Dictionary } from "./dictionary.js";
import type { Draft } from "./draft.js";
import type { LineStore } from "./line-store.js";
import type { OpenDay } from "./open-days.js";
import type { Period } from "./period.js";

const minutesADay = 1440;
const prefixes: readonly Draft["prefix"][] = ["", "C", "A"];

/**
 * Puts invoices into a store line by line, in any order: an invoice's number is the invoices of earlier minutes plus its
 * rank within its own, which is known once all are there.
 *
 * @param days the shop's open days
 * @param overlap the days that stand in both sheets
 */
export function stageLines(store: LineStore, days: readonly OpenDay[], overlap: Period) {
  const perMinute = new Int32Array(days.length * minutesADay);
  const labels = new Dictionary();
  const countries = new Dictionary();
  let rows = 0;

  const add = (drafts: readonly Draft[]): void => {
    for (const { day, minute, prefix, customer, country, lines } of drafts) {
      const at = day * minutesADay + minute;
      const rank = perMinute[at]!++;
      const { date } = days[day]!;
      const kind = prefixes.indexOf(prefix);
      const where = countries.numberOf(country, "");
      for (let i = 0; i < lines.length; i++) {
        const { sku, description, quantity, pence } = lines[i]!;
        const label = labels.numberOf(sku, description);
        for (let sheet = date <= overlap.last ? 0 : 1; sheet <= (date >= overlap.first ? 1 : 0); sheet++) {
          store.add([sheet, at, rank, i, kind, label, quantity, pence, customer, where]);
          rows++;
        }
      }
    }
  };

  const finish = async (): Promise<{ rows: number; invoices: number }> => {
    let invoices = 0;
    const first = perMinute.map((count) => {
      invoices += count;
      return invoices - count;
    });
    await store.numberMinutes(first);
    await store.define("skus", labels.firsts);
    await store.define("descriptions", labels.seconds);
    await store.define("countries", countries.firsts);
    return { rows, invoices };
  };
  return { add, finish };
}
