import { readFileSync } from "node:fs";
import type { ColumnTable } from "arquero";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { openSales, type Sales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

type Value = number | string | null;
type Total = { readonly nulls: number; readonly sum?: number; readonly counts?: Readonly<Record<string, number>> };
type Totals = Readonly<Record<string, Total>>;

/** What tests/golden/features_pandas.py computed from the real file; its header lists how it reads the reference. */
interface Golden {
  readonly as_of: string;
  readonly shop: {
    readonly customers: number;
    readonly without_sales: readonly number[];
    readonly segments: Readonly<Record<string, number>>;
  };
  readonly columns: readonly string[];
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  readonly customers: Readonly<Record<string, readonly Value[]>>;
  readonly totals: Totals;
  readonly earlier: { readonly as_of: string; readonly customers: number; readonly totals: Totals };
}

const golden = JSON.parse(
  readFileSync(new URL("../golden/features-real.json", import.meta.url), "utf8"),
) as unknown as Golden;

/** Equal within 1e-9 of the larger; 1e-12 is what sums of pence leave where the answer is nought. */
function agree(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;
}

/** The column's nulls, and its sum or how often each text stands in it, as the golden file has them. */
function totalOf(values: readonly Value[]): Total {
  const known = values.filter((value) => value !== null);
  const nulls = values.length - known.length;
  if (known.every((value) => typeof value === "number"))
    return { nulls, sum: known.reduce((sum, value) => sum + value, 0) };
  const counts: Record<string, number> = {};
  for (const value of known) counts[value] = (counts[value] ?? 0) + 1;
  return { nulls, counts };
}

/** What differs between the table's totals and the golden ones, a line each. */
function wrongTotals(table: ColumnTable, totals: Totals): string[] {
  const lines: string[] = [];
  for (const [name, wanted] of Object.entries(totals)) {
    if (!table.columnNames().includes(name)) continue;
    const found = totalOf(table.array(name) as Value[]);
    const tell = (what: string, ours: unknown, theirs: unknown) => {
      if (!agree(ours, theirs)) lines.push(`${name}: ${what} ${ours}, pandas ${theirs}`);
    };
    tell("nulls", found.nulls, wanted.nulls);
    tell("sum", found.sum, wanted.sum);
    for (const text of new Set([...Object.keys(found.counts ?? {}), ...Object.keys(wanted.counts ?? {})]))
      tell(`count of "${text}"`, found.counts?.[text], wanted.counts?.[text]);
  }
  return lines;
}

describe.skipIf(!hasRealData)("the features of Online Retail II, computed apart in pandas,", () => {
  const workspace = scratchWorkspace();
  let sales: Sales;
  let table: ColumnTable;
  let rows: Map<string, Readonly<Record<string, Value>>>;
  beforeAll(async () => {
    sales = await openSales({ data: realData, workspace });
    table = await buildFeatures(sales);
    const objects = table.objects({ limit: Number.POSITIVE_INFINITY }) as Record<string, Value>[];
    rows = new Map(objects.map((row) => [String(row.customer), row]));
  });
  afterAll(() => sales.close());

  it("are all 59 of them columns of the table", () => {
    expect(golden.columns).toHaveLength(59);
    expect(golden.columns.filter((name) => !table.columnNames().includes(name))).toEqual([]);
  });

  it("are the same for every golden customer", () => {
    expect(sales.asOf).toBe(golden.as_of);
    expect(Object.keys(golden.customers).length).toBeGreaterThanOrEqual(40);
    const wrong: string[] = [];
    for (const [customer, values] of Object.entries(golden.customers)) {
      const row = rows.get(customer);
      expect(row, customer).toBeDefined();
      golden.columns.forEach((name, i) => {
        if (row && name in row && !agree(row[name], values[i]))
          wrong.push(
            `${customer} (${golden.reasons[customer]!.join(", ")}) ${name}: ${row[name]}, pandas ${values[i]}`,
          );
      });
    }
    expect(wrong).toEqual([]);
  });

  it("have the same sums and counts over all customers", () => {
    expect(table.numRows()).toBe(golden.shop.customers);
    expect(wrongTotals(table, golden.totals)).toEqual([]);
  });

  it("have the same sums and counts at an earlier day", async () => {
    const then = await buildFeatures(sales, { asOf: golden.earlier.as_of });
    expect(then.numRows()).toBe(golden.earlier.customers);
    expect(wrongTotals(then, golden.earlier.totals)).toEqual([]);
  });

  it("put as many customers into each segment", () => {
    expect(totalOf(table.array("rfm_segment") as string[]).counts).toEqual(golden.shop.segments);
  });

  it("leave out whoever bought nothing", () => {
    expect(golden.shop.without_sales).toHaveLength(24);
    expect(golden.shop.without_sales.filter((id) => rows.has(String(id)))).toEqual([]);
  });
});
