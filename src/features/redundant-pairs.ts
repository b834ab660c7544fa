import { type ColumnTable, table } from "arquero";
import { sampleCorrelation } from "simple-statistics";
import { nearCopies } from "./catalogue/near-copies.js";
import { featureCatalogue } from "./catalogue.js";
import { checkNumber } from "./matrix/check-option.js";
import { customerColumn } from "./rfm/customer-column.js";

/**
 * Pairs of features that almost say the same, by Pearson's r of the raw values over at least three customers who have both.
 *
 * @param customers the table of `buildFeatures`
 * @param options `above`: from which |r| on a pair counts, 0.98 where left out
 * @returns `feature`, `and`, `r`, and `kept_because`: the catalogue's reason, null where it has none; the closest first
 * @throws SegmentLabError `bad-option`
 */
export function redundantPairs(customers: ColumnTable, options: { readonly above?: number } = {}): ColumnTable {
  const { above = 0.98 } = options;
  checkNumber("above", above, { least: 0, most: 1 });
  const columns = featureCatalogue
    .filter(({ name }) => customers.columnNames().includes(name))
    .map(({ name }) => ({ name, values: customerColumn<number | string | null>(customers, name, "buildFeatures") }))
    .flatMap(({ name, values }) => (values.every(isNumberOrUnknown) ? [{ name, values }] : []));
  const pairs = columns.flatMap((a, i) =>
    columns.slice(i + 1).flatMap((b) => {
      const [x, y] = knownInBoth(a.values, b.values);
      // two points always lie on a line
      if (x.length < 3) return [];
      const r = sampleCorrelation(x, y);
      return Math.abs(r) > above ? [{ feature: a.name, and: b.name, r, kept_because: reasonFor(a.name, b.name) }] : [];
    }),
  );
  pairs.sort((a, b) => Math.abs(b.r) - Math.abs(a.r));
  const column = <Key extends keyof (typeof pairs)[number]>(key: Key) => pairs.map((pair) => pair[key]);
  // a table without pairs has its columns nevertheless
  return table({
    feature: column("feature"),
    and: column("and"),
    r: column("r"),
    kept_because: column("kept_because"),
  });
}

function isNumberOrUnknown(value: unknown): value is number | null {
  return value === null || typeof value === "number";
}

function knownInBoth(a: readonly (number | null)[], b: readonly (number | null)[]): [number[], number[]] {
  const [x, y]: [number[], number[]] = [[], []];
  for (let row = 0; row < a.length; row++) {
    const [one, other] = [a[row]!, b[row]!];
    if (one === null || other === null) continue;
    x.push(one);
    y.push(other);
  }
  return [x, y];
}

function reasonFor(a: string, b: string): string | null {
  return nearCopies.find(({ features }) => features.includes(a) && features.includes(b))?.reason ?? null;
}
