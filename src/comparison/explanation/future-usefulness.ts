import type { ColumnTable } from "arquero";
import { clusterMany } from "../../clustering/cluster-many.js";
import { addDays } from "../../core/add-days.js";
import type { RunOptions } from "../../core/progress.js";
import { buildFeatures } from "../../features/build-features.js";
import { applyPreparation } from "../../features/matrix/apply-preparation.js";
import type { PreparedMatrix } from "../../features/matrix/preparation.js";
import { idsOf } from "../../features/matrix/table-columns.js";
import type { Sales } from "../../sales/open-sales.js";
import type { Candidate } from "../candidates.js";
import { type LabelUsefulness, labelUsefulness } from "./label-usefulness.js";
import { outcomesAfter } from "./outcomes-after.js";

/** Whether a candidate's label, made some time ago, says what customers did since. */
export interface FutureUsefulness {
  readonly candidate: Candidate;
  /** One entry an outcome: orders, then revenue. Null where the candidate could not be fitted then. */
  readonly outcomes: readonly LabelUsefulness[] | null;
}

/** What `futureUsefulness` takes. */
export interface FutureOptions extends RunOptions {
  /** How many days are looked at; 90 where left out. */
  readonly days?: number;
  readonly seed?: number;
}

/**
 * Goes back some days before the file ends, fits each candidate to the customers as they were then, and asks whether its
 * label tells orders and revenue since better than the RFM segment of that day does. Nothing of the later days is known
 * to either; only the preparation of the columns is that of today.
 *
 * @param sales cleaned sales
 * @param matrix the matrix whose preparation is used
 * @param candidates algorithms with options
 * @param options `days` (90), `seed`, `threads`, `signal`, `onProgress`
 * @returns the day gone back to, and one entry a candidate
 * @throws SegmentLabError `bad-option` where the file does not reach so far back
 */
export async function futureUsefulness(
  sales: Sales,
  matrix: PreparedMatrix,
  candidates: readonly Candidate[],
  options: FutureOptions = {},
): Promise<{ asOf: string; days: number; entries: FutureUsefulness[] }> {
  const { days = 90, seed = 1, ...run } = options;
  const asOf = addDays(sales.asOf, -days);
  const after = await outcomesAfter(sales, { asOf, days });
  const customers = await buildFeatures(sales, { asOf });
  const then = applyPreparation(matrix.preparation, customers);
  const outcomes = await clusterMany(
    then,
    candidates.map(({ algorithm, engine, options: own }) => ({
      algorithm,
      options: own,
      seed,
      ...(engine && { engine }),
    })),
    run,
  );
  const segments = column(customers, "rfm_segment", then.ids) as string[];
  const since = {
    orders: Float64Array.from(column(after, "orders_after", then.ids), Number),
    revenue: Float64Array.from(column(after, "revenue_after", then.ids), (value) => Math.max(0, Number(value))),
  };
  const entries = candidates.map((candidate, i): FutureUsefulness => {
    const { value } = outcomes[i]!;
    if (!value) return { candidate, outcomes: null };
    return {
      candidate,
      outcomes: labelUsefulness({ ids: then.ids, labels: value.labels, segments, outcomes: since }, { seed }),
    };
  });
  return { asOf, days, entries };
}

/** A column's values for some customers, in their order. */
function column(table: ColumnTable, name: string, ids: readonly string[]): unknown[] {
  const places = new Map(idsOf(table).map((id, i) => [id, i]));
  const values = table.array(name) as unknown[];
  return ids.map((id) => values[places.get(id)!]);
}
