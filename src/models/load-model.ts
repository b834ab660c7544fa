import { existsSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { SegmentLabError } from "../core/errors.js";
import { schemaFault } from "../core/schema-fault.js";
import { checkPreparation } from "../features/matrix/check-preparation.js";
import { largestModel } from "./largest-model.js";
import { modelFormat, modelSchema, modelVersion } from "./model-schema.js";
import type { PackedPredictor } from "./pack-predictor.js";
import type { ModelClustering, SegmentModel } from "./segment-model.js";
import { unpackPredictor } from "./unpack-predictor.js";

/** A model as its file holds it, once the schema holds. */
interface ModelDocument extends Omit<SegmentModel, "clustering"> {
  readonly clustering: Omit<ModelClustering, "predictor"> & { readonly predictor: PackedPredictor };
}

/**
 * Reads a model that `saveModel` wrote, and checks every part of it: a model is data, and nothing in it is run.
 *
 * @param path the file, or the folder of a run, whose model.json is meant
 * @returns a model that labels to the last bit as the one that was saved
 * @throws SegmentLabError `file-missing`, or `bad-file` naming what is wrong
 */
export async function loadModel(path: string): Promise<SegmentModel> {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "model.json") : path;
  const source = basename(file);
  const wrong = (message: string, cause?: unknown) =>
    new SegmentLabError("bad-file", `${source} ${message}`, { cause });
  const text = await readText(file, wrong);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw wrong("is no JSON, or a part of it is missing; make the model again", cause);
  }
  const { format, version } = Object(document) as Record<string, unknown>;
  if (format !== modelFormat) throw wrong("holds no model; give one that npm run segment or saveModel wrote");
  if (Number.isInteger(version) && (version as number) > modelVersion) {
    throw wrong(`is a model of version ${version}, newer than this Segment Lab reads (${modelVersion}); update it`);
  }
  const fault = schemaFault(modelSchema, document, "model");
  if (fault !== undefined) throw wrong(`is damaged: ${fault}; make the model again`);
  const { shop, clustering, segments, ...given } = document as ModelDocument;
  const preparation = checkPreparation(given.preparation, source);
  try {
    const { predictor, ...facts } = clustering;
    const names = preparation.columns.map(({ name }) => name);
    const unpacked = unpackPredictor(predictor, names, clustering.clusters);
    return { preparation, clustering: { ...facts, predictor: unpacked }, segments, shop };
  } catch (error) {
    if (!(error instanceof SegmentLabError)) throw error;
    throw wrong(`is damaged: ${error.message}; make the model again`, error);
  }
}

async function readText(path: string, wrong: (message: string) => SegmentLabError): Promise<string> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw wrong("is no file; give a model");
    if (facts.size > largestModel) throw wrong(`has ${Math.ceil(facts.size / 1e6)} MB, more than any model`);
    return await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof SegmentLabError) throw cause;
    throw new SegmentLabError("file-missing", `no model can be read from ${path}; npm run segment writes one`, {
      cause,
    });
  }
}
