import { type ColumnTable, from } from "arquero";
import type { KChoice } from "./choose-k.js";

/**
 * The votes on the number of groups as a table: one row a criterion, one column a k, and what each picks.
 *
 * @param choice as `chooseK` gives it
 * @returns columns `criterion`, `k_2`, `k_3`, …, `pick` and `rule`; null where a value is not known
 * @example show(kChoiceTable(chooseK([{ k: 2, silhouette: 0.41 }, { k: 3, silhouette: 0.38 }])));
 */
export function kChoiceTable({ ks, votes }: KChoice): ColumnTable {
  return from(
    votes.map(({ criterion, values, pick, rule }) => ({
      criterion,
      ...Object.fromEntries(ks.map((k, i) => [`k_${k}`, Number.isFinite(values[i]) ? values[i]! : null])),
      pick,
      rule,
    })),
  );
}
