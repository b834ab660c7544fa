import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { borderlineRows } from "../../../src/comparison/explanation/borderline-rows.js";
import { clusterMedoids } from "../../../src/comparison/explanation/cluster-medoids.js";
import { clusterProfile } from "../../../src/comparison/explanation/cluster-profile.js";
import { clusterTraits } from "../../../src/comparison/explanation/cluster-traits.js";
import { featureMatrix } from "../../../src/comparison/explanation/feature-matrix.js";
import { createMatrix } from "../../../src/core/matrix.js";

const customers = table({
  customer: ["1", "2", "3", "4", "5", "6"],
  orders: [10, 12, 14, 1, 2, 3],
  net_revenue: [900, 800, 1000, 50, null, 70],
  recency_days: [5, 50, 20, 30, 10, 40],
});
const labels = [0, 0, 0, 1, 1, 1];
const features = featureMatrix(customers, ["recency_days", "orders", "net_revenue"]);

describe("features in their own units", () => {
  it("come in the order of the ids asked for, gaps as NaN", () => {
    const some = featureMatrix(customers, ["net_revenue"], ["6", "5"]);
    expect([...some.data]).toEqual([70, Number.NaN]);
    expect(() => featureMatrix(customers, ["orders"], ["99"])).toThrow('customer "99" is not in the table');
  });
});

describe("traits", () => {
  it("lead with the largest effect and write both medians in their units", () => {
    const [first, second] = clusterTraits(features, labels, { count: 2 });
    expect(first!.traits.map(({ column }) => column)).toEqual(["orders", "net_revenue"]);
    expect(first!.traits[0]).toMatchObject({ delta: 1, size: "large", direction: "higher", inside: 12, outside: 2 });
    expect(first!.traits[1]!.text).toBe("net_revenue: £900.00 against £60.00 elsewhere");
    expect(second!.traits[0]).toMatchObject({ column: "orders", delta: -1, direction: "lower" });
    expect(second!.traits[0]!.text).toBe("orders: 2 orders against 12 orders elsewhere");
  });

  it("count noise among the others and give it no entry", () => {
    const traits = clusterTraits(features, [0, 0, 0, -1, -1, -1]);
    expect(traits.map(({ cluster }) => cluster)).toEqual([0]);
    expect(traits[0]!.traits[0]!.delta).toBe(1);
  });

  it("leave out a column that sets nobody apart", () => {
    const flat = createMatrix([[1], [1]], ["one_time"]);
    expect(clusterTraits(flat, [0, 1])[0]!.traits).toEqual([]);
  });
});

describe("the profile", () => {
  it("has the middle half in units and the mean in standard deviations", () => {
    const profile = clusterProfile(features, labels);
    expect(profile).toHaveLength(6);
    const orders = profile.find(({ cluster, column }) => cluster === 0 && column === "orders")!;
    expect(orders).toMatchObject({ customers: 3, known: 3, mean: 12, median: 12, low: 11, high: 13 });
    // 10 12 14 1 2 3: mean 7, mean square deviation 80 / 3
    expect(orders.standardized).toBeCloseTo(5 / Math.sqrt(80 / 3), 12);
    expect(profile.find(({ cluster, column }) => cluster === 1 && column === "net_revenue")).toMatchObject({
      customers: 3,
      known: 2,
      median: 60,
    });
  });
});

describe("medoids", () => {
  it("are the customers nearest to all others of their cluster, not to its mean", () => {
    // the mean of 0, 1, 2, 3, 30 is 7.2, nearest to 3; the medoid is 2
    const line = createMatrix([[0], [1], [2], [3], [30], [100], [-50]]);
    const medoids = clusterMedoids(line, [0, 0, 0, 0, 0, 1, -1]);
    expect(medoids).toEqual([
      { cluster: 0, customers: 5, row: 2, id: "3", meanDistance: (2 + 1 + 1 + 28) / 4 },
      { cluster: 1, customers: 1, row: 5, id: "6", meanDistance: 0 },
    ]);
  });

  it("take the lowest id of equally near customers, whatever the order of rows", () => {
    const ids = ["9", "10", "8"];
    expect(clusterMedoids(createMatrix([[1], [1], [1]], ["x"], ids), [0, 0, 0])[0]!.id).toBe("8");
  });
});

describe("borderline customers", () => {
  it("are those nearly as close to another centre, most undecided first", () => {
    // centres 1.2 and 9
    const line = createMatrix([[0], [0], [1], [0], [5], [8], [10], [9]], ["x"]);
    const { rows, onTheFence, byCluster } = borderlineRows(line, [0, 0, 0, 0, 0, 1, 1, 1], { count: 2 });
    expect(rows[0]).toMatchObject({ id: "5", cluster: 0, neighbour: 1 });
    expect(rows[0]!.ratio).toBeCloseTo(3.8 / 4, 12);
    expect(rows).toHaveLength(2);
    expect(onTheFence).toBe(1 / 8);
    expect(byCluster).toEqual([
      { cluster: 0, customers: 5, onTheFence: 1 / 5 },
      { cluster: 1, customers: 3, onTheFence: 0 },
    ]);
  });

  it("do not exist in one cluster, and noise is none of them", () => {
    const line = createMatrix([[0], [1], [50]]);
    expect(borderlineRows(line, [0, 0, -1])).toMatchObject({ rows: [], onTheFence: 0 });
  });
});
