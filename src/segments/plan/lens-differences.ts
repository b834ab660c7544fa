import type { ColumnTable } from "arquero";
import { etaSquared } from "../../comparison/explanation/eta-squared.js";
import { formatNumber } from "../../core/format.js";
import { createMatrix } from "../../core/matrix.js";
import { featureCatalogue } from "../../features/catalogue.js";
import { formatFeature } from "../../features/format-feature.js";
import { quantilesOf } from "../../features/matrix/quantiles.js";
import type { DraftCustomers } from "./draft-lists.js";
import type { LensDifference } from "./lens-comparison.js";

/** What recency, frequency and value do not tell, and what they do. */
const columnsOf = {
  clusters: [
    "revenue_per_order",
    "units_per_order",
    "lines_per_order",
    "unique_products",
    "repeat_product_share",
    "price_per_unit",
    "return_rate",
    "q4_share",
    "revenue_trend",
    "expected_gap_days",
  ],
  rfm: ["recency_days", "orders", "net_revenue", "overdue_ratio"],
} as const;

/** A medium effect (Cohen 1988): less is not worth a sentence. */
const leastEffect = 0.06;
/** Groups that are told apart have at least so many customers, and this share of those around them. */
const [leastCustomers, leastShare] = [10, 0.05];

/** The columns in which groups of one lens differ inside each group of the other, the largest effect first. */
export function lensDifferences(customers: DraftCustomers, table: ColumnTable, currency: string): LensDifference[] {
  const known = table.columnNames();
  const differences: LensDifference[] = [];
  for (const seenBy of ["clusters", "rfm"] as const) {
    const [outer, inner] =
      seenBy === "clusters" ? [customers.rfmSegment, customers.segment] : [customers.segment, customers.rfmSegment];
    const columns = columnsOf[seenBy].filter((name) => known.includes(name));
    const values = columns.map((name) => {
      const column = Array.from(table.array(name) as ArrayLike<number | null>);
      return Float64Array.from(customers.rows, (row) => column[row] ?? Number.NaN);
    });
    for (const inside of [...new Set(outer)].sort()) {
      if (inside === null) continue;
      const around = [...outer.keys()].filter((i) => outer[i] === inside);
      const groups = groupsOf(around, inner);
      if (groups.size < 2) continue;
      const rows = [...groups.values()].flat().sort((a, b) => a - b);
      const names = [...groups.keys()];
      const data = rows.flatMap((i) => values.map((column) => column[i]!));
      const labels = rows.map((i) => names.indexOf(inner[i]!));
      const effects = etaSquared(createMatrix(Float64Array.from(data), columns), labels);
      effects.forEach(({ column, ofRanks }, j) => {
        if (!(ofRanks >= leastEffect)) return;
        const ends = endsOf(groups, values[j]!);
        if (!ends) return;
        const [low, high] = ends;
        const unit = featureCatalogue.find(({ name }) => name === column)!.unit;
        const written = (value: number): string => formatFeature(value, unit, currency);
        const text =
          `inside ${inside} (${formatNumber(around.length)} customers) median ${column.replaceAll("_", " ")} runs from ` +
          `${written(low.median)} in ${low.group} to ${written(high.median)} in ${high.group} (η² of ranks ${formatNumber(ofRanks, 2)}).`;
        differences.push({ seenBy, inside, customers: around.length, column, effect: ofRanks, low, high, text });
      });
    }
  }
  return differences.sort((a, b) => b.effect - a.effect || (a.inside + a.column < b.inside + b.column ? -1 : 1));
}

function groupsOf(around: readonly number[], inner: readonly (string | null)[]): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const i of around) {
    const name = inner[i];
    if (name == null) continue;
    const rows = all.get(name);
    if (rows) rows.push(i);
    else all.set(name, [i]);
  }
  const least = Math.max(leastCustomers, leastShare * around.length);
  return new Map([...all].filter(([, rows]) => rows.length >= least).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type End = LensDifference["low"];

function endsOf(groups: ReadonlyMap<string, readonly number[]>, column: Float64Array): [End, End] | null {
  const medians = [...groups].flatMap(([group, rows]) => {
    const known = Float64Array.from(rows, (i) => column[i]!).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? [] : [{ group, median: quantilesOf(known, [0.5])[0]! }];
  });
  medians.sort((a, b) => a.median - b.median || (a.group < b.group ? -1 : 1));
  const [low, high] = [medians[0], medians.at(-1)];
  return low && high && low.median < high.median ? [low, high] : null;
}
