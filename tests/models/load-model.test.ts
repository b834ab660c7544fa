import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { createModel } from "../../src/models/create-model.js";
import { loadModel } from "../../src/models/load-model.js";
import { packArray } from "../../src/models/packed-array.js";
import { saveModel } from "../../src/models/save-model.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { clusteredCustomers } from "./planted-customers.js";

const { root } = scratchWorkspace();
const path = join(root, "model.json");
// biome-ignore lint/suspicious/noExplicitAny: damaged on purpose
type Loose = any;
const texts: Record<string, string> = {};

beforeAll(async () => {
  for (const [algorithm, options] of [
    ["kmeans", { k: 3 }],
    ["gaussian-mixture", { k: 2 }],
    ["dbscan", { eps: 1.2, minPoints: 5 }],
    ["hdbscan", { minClusterSize: 10, minSamples: 4 }],
  ] as const) {
    const { matrix, clustering } = await clusteredCustomers(algorithm, options);
    await saveModel(path, await createModel(matrix, clustering));
    texts[algorithm] = readFileSync(path, "utf8");
  }
});

async function refusal(algorithm: string, damage: (model: Loose) => unknown): Promise<string> {
  const file = JSON.parse(texts[algorithm]!);
  damage(file);
  writeFileSync(path, JSON.stringify(file));
  return loadModel(path).then(
    () => "loaded",
    (error: Error & { code?: string }) => {
      expect(error.name).toBe("SegmentLabError");
      expect(error.message).not.toContain("\n");
      return error.message;
    },
  );
}

const damaged = (fault: string) => `model.json is damaged: ${fault}; make the model again`;
const ints = (...values: number[]) => packArray(Int32Array.from(values));

describe("a file is refused in one line that is", () => {
  it.each<[string, (model: Loose) => unknown, string]>([
    [
      "foreign",
      (model) => Object.assign(model, { format: "a preparation" }),
      "model.json holds no model; give one that npm run segment or saveModel wrote",
    ],
    [
      "too new",
      (model) => Object.assign(model, { version: 2 }),
      "model.json is a model of version 2, newer than this Segment Lab reads (1); update it",
    ],
    ["of no version", (model) => Object.assign(model, { version: "1" }), damaged('model.version is "1", not 1')],
    [
      "without a part",
      (model) => Reflect.deleteProperty(model.preparation, "columns"),
      damaged("model.preparation.columns is missing"),
    ],
    [
      "with text for a number",
      (model) => Object.assign(model.preparation.columns[0], { center: "0" }),
      damaged('model.preparation.columns[0].center is "0", not number'),
    ],
    [
      "with a name that clears the screen",
      (model) => Object.assign(model, { segments: [{ cluster: 0, name: "\u001b[2J" }] }),
      damaged('model.segments[0].name is "\\u001b[2J", not like ^[^\\p{Cc}\\p{Zl}\\p{Zp}]*$'),
    ],
    [
      "of a kind unknown",
      (model) => Object.assign(model.clustering.predictor, { kind: "forest" }),
      damaged("model.clustering.predictor is none of the kinds there are"),
    ],
    [
      "with more rows than are there",
      (model) => Object.assign(model.clustering.predictor.centres, { rows: 1e15 }),
      damaged("centres.values holds 18 numbers, not 6000000000000000"),
    ],
    [
      "with more numbers than are there",
      (model) =>
        void Object.assign(model.clustering.predictor.centres, {
          rows: 1e15,
          values: { type: "float64", length: 6e15, base64: "AAAA" },
        }),
      damaged("centres.values says it holds 6000000000000000 numbers, but its text is 4 characters long"),
    ],
    [
      "with other columns than its preparation",
      (model) => Object.assign(model.clustering.predictor.centres.columns, { 0: "z" }),
      damaged("clustering.predictor.centres.columns are z, x1, x2, y0, y1, y2, not those of the preparation"),
    ],
    [
      "with a value that is no number",
      (model) =>
        Object.assign(model.clustering.predictor.centres, { values: packArray(new Float64Array(18).fill(Number.NaN)) }),
      damaged("clustering.predictor.centres.values holds a value that is not a number"),
    ],
    [
      "of another number of clusters",
      (model) => Object.assign(model.clustering, { clusters: 4 }),
      damaged("clustering.predictor.centres has 3 rows for 4 clusters"),
    ],
  ])("%s", async (_, damage, message) => expect(await refusal("kmeans", damage)).toBe(message));

  it.each<[string, string, (predictor: Loose) => unknown, string]>([
    [
      "a mixture without weight",
      "gaussian-mixture",
      (predictor) => Object.assign(predictor, { weights: packArray(Float64Array.of(1, 0)) }),
      "clustering.predictor.weights holds a weight that is no share",
    ],
    [
      "a mixture of diagonal covariances that says full",
      "gaussian-mixture",
      (predictor) => Object.assign(predictor, { covariances: packArray(new Float64Array(12)) }),
      "covariances holds 12 numbers, not 72",
    ],
    [
      "core points of clusters that are not there",
      "dbscan",
      (predictor) => Object.assign(predictor, { labels: packArray(new Int32Array(predictor.points.rows).fill(99)) }),
      "clustering.predictor.labels holds a label that is none of 3 clusters",
    ],
    [
      "a tree that runs in circles",
      "hdbscan",
      (predictor) =>
        Object.assign(predictor.tree, { parent: ints(-1, ...new Array(predictor.tree.parent.length - 1).fill(1)) }),
      "clustering.predictor.tree.parent is no tree",
    ],
    [
      "rows of a tree in clusters that are not there",
      "hdbscan",
      (predictor) =>
        Object.assign(predictor.tree, { rowCluster: packArray(new Int32Array(predictor.points.rows).fill(-5)) }),
      "clustering.predictor.tree.rowCluster names a cluster that is not in the tree",
    ],
    [
      "chosen clusters that are not there",
      "hdbscan",
      (predictor) => Object.assign(predictor, { chosen: packArray(new Int32Array(predictor.chosen.length).fill(99)) }),
      "clustering.predictor.chosen names a cluster that is not in the tree",
    ],
    [
      "a density below nought",
      "hdbscan",
      (predictor) =>
        Object.assign(predictor, { coreDistances: packArray(new Float64Array(predictor.points.rows).fill(-1)) }),
      "clustering.predictor.coreDistances holds a value that is not a number from 0",
    ],
  ])("%s", async (_, algorithm, damage, message) => {
    expect(await refusal(algorithm, (model) => damage(model.clustering.predictor))).toBe(damaged(message));
  });

  test.each(["null", "[]", "7", '"text"'])("%s", async (text) => {
    writeFileSync(path, text);
    await expect(loadModel(path)).rejects.toThrow("model.json holds no model; give one that npm run segment");
  });

  test("cut off anywhere", async () => {
    const text = texts.kmeans!;
    for (const share of [0, 0.3, 0.9]) {
      writeFileSync(path, text.slice(0, Math.floor(text.length * share)));
      await expect(loadModel(path)).rejects.toThrow(
        "model.json is no JSON, or a part of it is missing; make the model again",
      );
    }
  });

  test("larger than any model, before it is read", async () => {
    const large = join(root, "large.json");
    writeFileSync(large, "");
    truncateSync(large, 500e6);
    await expect(loadModel(large)).rejects.toThrow("large.json has 500 MB, more than any model");
  });
});

test("a damaged byte is refused or loads as data: no place of the file breaks the reader", async () => {
  for (const [algorithm, text] of Object.entries(texts)) {
    for (let at = 3; at < text.length; at += Math.ceil(text.length / 150)) {
      writeFileSync(path, `${text.slice(0, at)}9${text.slice(at + 1)}`);
      const told = await loadModel(path).then(
        (model) => model.clustering.algorithm.length > 0,
        (error: Error) => error.name === "SegmentLabError" && !error.message.includes("\n"),
      );
      expect(told, `${algorithm} at ${at}`).toBe(true);
    }
  }
});

test("a run's folder stands for its model.json, and a missing one is named", async () => {
  const folder = join(root, "run");
  mkdirSync(folder);
  await expect(loadModel(folder)).rejects.toThrow(
    `no model can be read from ${join(folder, "model.json")}; npm run segment writes one`,
  );
  writeFileSync(join(folder, "model.json"), texts.kmeans!);
  expect((await loadModel(folder)).clustering.algorithm).toBe("kmeans");
});
