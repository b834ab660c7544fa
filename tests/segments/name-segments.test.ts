import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createRandom } from "../../src/core/random.js";
import { nameSegments } from "../../src/segments/name-segments.js";
import { personas } from "../../src/segments/personas.js";
import { profileColumns, profileSegments } from "../../src/segments/profile-segments.js";

/** Nine customers in three plain groups: regulars, one-time buyers of long ago, and middling ones. */
function shop() {
  const zeros = Object.fromEntries(profileColumns.map((name) => [name, [0, 0, 0, 0, 0, 0, 0, 0, 0]]));
  return table({
    ...zeros,
    customer: ["a", "b", "c", "d", "e", "f", "g", "h", "i"],
    recency_days: [1, 2, 3, 700, 710, 720, 200, 210, 220],
    orders: [40, 41, 42, 1, 1, 1, 5, 6, 7],
    net_revenue: [9000, 9100, 9200, 10, 11, 12, 500, 510, 520],
    revenue_per_order: [200, 210, 220, 10, 11, 12, 100, 90, 80],
    one_time: [0, 0, 0, 1, 1, 1, 0, 0, 0],
  });
}

describe("the names of segments", () => {
  it("come from what their customers do", () => {
    const segments = nameSegments(profileSegments(shop(), Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2)));
    expect(segments.map(({ name }) => name).slice(0, 2)).toEqual(["High-value regulars", "One-time buyers"]);
    expect(segments[0]).toMatchObject({ customers: 3, revenue: 27300, customerShare: 1 / 3 });
    expect(segments[0]!.columns.orders).toMatchObject({ mean: 41, median: 41 });
  });

  it("are the same whatever the numbering of the clusters", () => {
    const name = (labels: number[]) => {
      const segments = nameSegments(profileSegments(shop(), Int32Array.from(labels)));
      return labels.map((label) => segments.find(({ cluster }) => cluster === label)!.name);
    };
    const names = name([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect(name([2, 2, 2, 0, 0, 0, 1, 1, 1])).toEqual(names);
    expect(name([1, 1, 1, 2, 2, 2, 0, 0, 0])).toEqual(names);
  });

  it("are never shared, not even by equals, and noise is no group", () => {
    const twins = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, -1);
    const segments = nameSegments(profileSegments(shop(), twins));
    const names = segments.map(({ name }) => name);
    expect(new Set(names).size).toBe(9);
    expect(segments[0]).toMatchObject({ cluster: -1, name: "No group" });
  });

  it("follow rules that a user hands in", () => {
    const rule = { name: "Everybody", when: [] };
    const [only] = nameSegments(profileSegments(shop(), new Int32Array(9)), [rule]);
    expect(only).toMatchObject({ name: "Everybody", customers: 9, revenueShare: 1 });
  });
});

describe("names under any numbering", () => {
  const value = fc.integer({ min: 0, max: 4 });
  const customers = fc.array(
    fc.record({ label: fc.integer({ min: 0, max: 5 }), values: fc.tuple(value, value, value, value, value) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  const made = fc.record({
    rows: customers,
    order: fc.integer(),
    numbers: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  });

  test("are never shared and stay with the same customers, in whatever order these stand", () => {
    fc.assert(
      fc.property(made, ({ rows, order, numbers }) => {
        const random = createRandom(order);
        const plain = rows.map(({ label, values }, i) => ({ id: `c${i}`, label, values, at: random.next() }));
        const turned = plain.toSorted((a, b) => a.at - b.at).map((row) => ({ ...row, label: numbers[row.label]! }));
        const [one, other] = [plain, turned].map((given) => {
          const column = (j: number) => given.map(({ values }) => values[j]!);
          const zeros = Object.fromEntries(profileColumns.map((name) => [name, given.map(() => 0)]));
          const shopTable = table({
            ...zeros,
            customer: given.map(({ id }) => id),
            recency_days: column(0),
            orders: column(1),
            net_revenue: column(2),
            revenue_per_order: column(3),
            q4_share: column(4).map((share) => share / 4),
          });
          const labels = Int32Array.from(given, ({ label }) => label);
          const segments = nameSegments(profileSegments(shopTable, labels));
          expect(new Set(segments.map(({ name }) => name)).size).toBe(segments.length);
          const nameOf = new Map(segments.map(({ cluster, name }) => [cluster, name]));
          return new Map(given.map(({ id, label }) => [id, nameOf.get(label)]));
        });
        for (const [id, name] of one!) expect(other!.get(id)).toBe(name);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the personas", () => {
  const middle = Object.fromEntries(profileColumns.map((name) => [name, { mean: 0.1, median: 0.1, position: 0.5 }]));
  const nameOf = (columns: Record<string, { position?: number; mean?: number }>): string => {
    const own = Object.entries(columns).map(([name, entry]) => [name, { ...middle[name]!, ...entry }]);
    const profile = { cluster: 0, customers: 9, first: 0, revenue: 9, customerShare: 1, revenueShare: 1 };
    return nameSegments([{ ...profile, columns: { ...middle, ...Object.fromEntries(own) } }])[0]!.name;
  };

  it.each([
    [
      "High-value regulars",
      { net_revenue: { position: 0.9 }, orders: { position: 0.9 }, recency_days: { position: 0.2 } },
    ],
    ["High-value overdue", { net_revenue: { position: 0.9 }, recency_days: { position: 0.8 } }],
    [
      "Growing mid-value",
      { net_revenue: { position: 0.6 }, revenue_trend: { position: 0.8, mean: 0.6 }, recency_days: { position: 0.3 } },
    ],
    [
      "Small-basket buyers",
      { revenue_per_order: { position: 0.2 }, net_revenue: { position: 0.3 }, recency_days: { position: 0.4 } },
    ],
    ["One-time buyers", { one_time: { mean: 1 }, recency_days: { position: 0.8 }, net_revenue: { position: 0.2 } }],
    ["Recent one-time buyers", { one_time: { mean: 1 }, recency_days: { position: 0.1 } }],
    ["Seasonal buyers", { q4_share: { position: 0.8, mean: 0.9 } }],
    ["Wholesale buyers", { units_per_order: { position: 0.95 }, net_revenue: { position: 0.8 } }],
    ["Heavy returners", { return_rate: { mean: 0.5, position: 0.95 } }],
    ["Inactive low-value", { recency_days: { position: 0.8 }, net_revenue: { position: 0.2 } }],
    ["Lapsed mid-value", { recency_days: { position: 0.7 }, net_revenue: { position: 0.5 } }],
    [
      "Steady mid-value",
      { net_revenue: { position: 0.7 }, orders: { position: 0.8 }, recency_days: { position: 0.4 } },
    ],
    ["Occasional mid-value", { net_revenue: { position: 0.36 } }],
    ["Frequent, low-value, cooling", { net_revenue: { position: 0.3 }, orders: { position: 0.9 } }],
  ])("have a name for %s", (name, columns) => {
    expect(nameOf(columns)).toBe(name);
  });

  it("do not take a trend that nobody has for growth", () => {
    const unknown = { mean: Number.NaN, position: Number.NaN };
    expect(
      nameOf({ revenue_trend: unknown, net_revenue: { position: 0.6 }, recency_days: { position: 0.3 } }),
    ).not.toBe("Growing mid-value");
  });

  it("have unique names, and conditions on profiled columns", () => {
    expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length);
    for (const { when } of personas) {
      for (const { column, atLeast, atMost } of when) {
        expect(profileColumns).toContain(column);
        expect(atLeast ?? atMost).toBeDefined();
      }
    }
  });
});
