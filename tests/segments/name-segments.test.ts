import { table } from "arquero";
import { describe, expect, it } from "vitest";
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

describe("the personas", () => {
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
