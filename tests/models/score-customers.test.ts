import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { predictClusters } from "../../src/clustering/predict-clusters.js";
import { prepareMatrix } from "../../src/features/matrix/prepare-matrix.js";
import { createModel } from "../../src/models/create-model.js";
import { scoreCustomers } from "../../src/models/score-customers.js";
import { clusteredCustomers, plantedCustomers } from "./planted-customers.js";

const spenders = table({
  customer: ["a", "b", "c", "d", "e", "f"],
  spend: [1, 2, 3, 21, 22, 90],
  orders: [1, 1, 1, 1, 1, 5],
});

async function modelOf(
  options: object,
  segments = [
    { cluster: 0, name: "Thrifty" },
    { cluster: 1, name: "Lavish" },
  ],
) {
  const matrix = prepareMatrix(spenders, {
    columns: [{ column: "spend", transform: "none", scale: "none" }],
    ...options,
  });
  return createModel(matrix, await cluster(matrix, "kmeans", { k: 2 }), { segments });
}

/** Those who order once: the others are set aside. */
const onceOnly = { rows: { all: [{ column: "orders", atMost: 1 }], group: "regulars" } };

test("gives every customer cluster, name and margin beside what was known, in the order of the table", async () => {
  const fresh = table({ customer: ["z", 7, "y"], spend: [20, -18, 12], orders: [1, 9, 1] });
  const scored = scoreCustomers(await modelOf(onceOnly), fresh);
  expect(scored.columnNames()).toEqual(["customer", "spend", "orders", "cluster", "segment", "margin"]);
  expect(scored.objects()).toEqual([
    { customer: "z", spend: 20, orders: 1, cluster: 1, segment: "Lavish", margin: (18 - 1.5) / 18 },
    { customer: 7, spend: -18, orders: 9, cluster: null, segment: "regulars", margin: null },
    { customer: "y", spend: 12, orders: 1, cluster: 1, segment: "Lavish", margin: (10 - 9.5) / 10 },
  ]);
});

test("whoever stands beside a customer changes nothing of what is said of them", async () => {
  const { matrix, clustering } = await clusteredCustomers("gaussian-mixture", { k: 3 });
  const model = await createModel(matrix, clustering);
  const all = scoreCustomers(model, plantedCustomers(3));
  const alone = scoreCustomers(model, plantedCustomers(3).slice(41, 42));
  expect(alone.objects()).toEqual(all.slice(41, 42).objects());
  const turned = scoreCustomers(model, plantedCustomers(3).orderby("x1"));
  expect(turned.orderby("customer").objects()).toEqual(all.orderby("customer").objects());
});

test("the customers of a k-means model get the labels that it gave them", async () => {
  const { matrix, clustering } = await clusteredCustomers("kmeans", { k: 7 });
  const scored = scoreCustomers(await createModel(matrix, clustering), plantedCustomers());
  expect([...(scored.array("cluster") as number[])]).toEqual([...clustering.labels]);
  expect([...clustering.labels]).toEqual([...predictClusters(clustering, matrix)]);
});

describe("odd tables:", () => {
  test("noise is called so where the model never met any, and a cluster without a name has none", async () => {
    const { matrix, clustering } = await clusteredCustomers("dbscan", { eps: 50, minPoints: 2 });
    const model = await createModel(matrix, clustering);
    const far = plantedCustomers()
      .slice(0, 2)
      .derive({ x0: () => 1e6 });
    expect(scoreCustomers(model, far).array("segment")).toEqual(["No group", "No group"]);
    expect(scoreCustomers(model, plantedCustomers().slice(0, 1)).array("segment")).toEqual([null]);
  });

  test("all may be set aside", async () => {
    const scored = scoreCustomers(await modelOf(onceOnly), spenders.filter("d => d.orders > 1"));
    expect(scored.objects()).toEqual([
      { customer: "f", spend: 90, orders: 5, cluster: null, segment: "regulars", margin: null },
    ]);
  });

  test("a customer in two rows, a column that is not there, a value that is no number are named", async () => {
    const model = await modelOf({});
    const rows = (customer: string[], spend: unknown[]) => table({ customer, spend });
    expect(() => scoreCustomers(model, rows(["a", "b", "a"], [1, 2, 3]))).toThrow(
      'customer "a" stands in two rows; give one row a customer',
    );
    expect(() => scoreCustomers(model, table({ customer: ["a"], spent: [1] }))).toThrow(
      'no column "spend" among the customers; did you mean spent?',
    );
    expect(() => scoreCustomers(model, rows(["a"], [Number.NaN]))).toThrow('customer "a" has NaN in column "spend"');
  });
});
