import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { predictClusters } from "../../src/clustering/predict-clusters.js";
import { predictRows } from "../../src/clustering/predict-rows.js";
import { schemaFault } from "../../src/core/schema-fault.js";
import { applyPreparation } from "../../src/features/matrix/apply-preparation.js";
import { createModel } from "../../src/models/create-model.js";
import { loadModel } from "../../src/models/load-model.js";
import { modelSchema } from "../../src/models/model-schema.js";
import { saveModel } from "../../src/models/save-model.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { clusteredCustomers, plantedCustomers, predicting } from "./planted-customers.js";

const { root } = scratchWorkspace();
const path = (name: string) => join(root, `${name}.json`);
const bits = (values: Float64Array) => [...new BigUint64Array(values.slice().buffer)];

describe.each(predicting)("a model of %s", (name, algorithm, options) => {
  it("labels old and new customers after loading to the last bit as before, and is the same bytes again", async () => {
    const { matrix, clustering } = await clusteredCustomers(algorithm, options);
    const model = await createModel(matrix, clustering, { segments: [{ cluster: 0, name: "Regulars" }] });
    await saveModel(path(name), model);
    const loaded = await loadModel(path(name));
    const fresh = applyPreparation(loaded.preparation, plantedCustomers(2));
    const before = applyPreparation(matrix.preparation, plantedCustomers(2));
    expect(bits(fresh.data)).toEqual(bits(before.data));
    for (const rows of [matrix, fresh]) {
      const again = predictRows(loaded.clustering.predictor, rows);
      expect(again.labels).toEqual(predictClusters(clustering, rows));
      expect(bits(again.margins)).toEqual(bits(predictRows(model.clustering.predictor, rows).margins));
    }
    expect(loaded.segments).toEqual([{ cluster: 0, name: "Regulars" }]);

    const text = readFileSync(path(name), "utf8");
    await saveModel(path("again"), loaded);
    expect(readFileSync(path("again"), "utf8")).toBe(text);
    const second = await clusteredCustomers(algorithm, options);
    await saveModel(
      path("again"),
      await createModel(second.matrix, second.clustering, { segments: [{ cluster: 0, name: "Regulars" }] }),
    );
    expect(readFileSync(path("again"), "utf8")).toBe(text);
    expect(text).not.toContain("secret-");
    expect(schemaFault(modelSchema, JSON.parse(text))).toBeUndefined();
  });
});

test("docs/model.schema.json is the schema that files are checked by; npm run docs writes it", () => {
  const file = readFileSync(new URL("../../docs/model.schema.json", import.meta.url), "utf8");
  expect(file).toBe(`${JSON.stringify(modelSchema, null, 2)}\n`);
});

test("a model keeps the share of its own customers who get their cluster again", async () => {
  const kmeans = await clusteredCustomers("kmeans", { k: 5 });
  expect((await createModel(kmeans.matrix, kmeans.clustering)).clustering.agreement).toBe(1);
  const single = await clusteredCustomers("hierarchical", { k: 6, linkage: "complete" });
  const { agreement } = (await createModel(single.matrix, single.clustering)).clustering;
  const again = predictClusters(single.clustering, single.matrix);
  expect(agreement).toBe(again.filter((label, i) => label === single.clustering.labels[i]).length / again.length);
  expect(agreement).toBeLessThan(1);
});

test("a clustering that labels no new rows makes no model", async () => {
  const xi = await clusteredCustomers("optics", { minPoints: 5, extraction: "xi" });
  await expect(createModel(xi.matrix, xi.clustering)).rejects.toThrow('optics with extraction "xi" has no distance');
  const eps = { eps: 1.2, minPoints: 5, engine: "density-clustering" };
  const dbscan = await clusteredCustomers("dbscan", eps);
  await expect(createModel(dbscan.matrix, dbscan.clustering)).rejects.toThrow("keeps no model");
});

describe("what cannot be loaded is never written:", () => {
  it("a name that would run over lines", async () => {
    const { matrix, clustering } = await clusteredCustomers("kmeans", { k: 3 });
    const model = await createModel(matrix, clustering, { segments: [{ cluster: 0, name: "two\nlines" }] });
    writeFileSync(path("kept"), "the last good model");
    await expect(saveModel(path("kept"), model)).rejects.toThrow(
      'the model cannot be saved: model.segments[0].name is "two\\nlines", not like',
    );
    expect(readFileSync(path("kept"), "utf8")).toBe("the last good model");
  });

  it("more customers than a file may hold", async () => {
    const { matrix, clustering } = await clusteredCustomers("kmeans", { k: 3 });
    const model = await createModel(matrix, clustering);
    // a matrix that only says how large it is
    const points = { ...matrix, data: { byteLength: 600e6 } as Float64Array };
    const predictor = { kind: "core-points" as const, eps: 1, points, labels: new Int32Array() };
    const large = { ...model, clustering: { ...model.clustering, algorithm: "dbscan", predictor } };
    await expect(saveModel(path("large"), large)).rejects.toThrow(
      "a model of this dbscan clustering takes 800 MB, for it keeps the customers it learnt from",
    );
  });
});
