import { knownRows } from "../clustering/predictor.js";
import { SegmentLabError } from "../core/errors.js";
import { schemaFault } from "../core/schema-fault.js";
import { version } from "../core/version.js";
import { writeAtomically } from "../core/write-atomically.js";
import { largestModel } from "./largest-model.js";
import { modelFormat, modelSchema, modelVersion } from "./model-schema.js";
import { packPredictor } from "./pack-predictor.js";
import type { SegmentModel } from "./segment-model.js";

/**
 * Writes a model as one JSON document, whose schema is docs/model.schema.json. The same model gives the same bytes, and
 * what is loaded from it labels to the last bit as the model does.
 *
 * @param path where the file is to stand; an earlier one is replaced as a whole
 * @param model as `createModel` or `loadModel` gives it
 * @returns when the file stands
 * @throws SegmentLabError `bad-value` for a name that no model can hold, `too-large` above 400 MB
 */
export async function saveModel(path: string, model: SegmentModel): Promise<void> {
  const { shop, preparation, clustering, segments } = model;
  // four characters of base64 hold three bytes
  checkSize(clustering.algorithm, (knownRows(clustering.predictor).data.byteLength * 4) / 3);
  const document = {
    format: modelFormat,
    version: modelVersion,
    madeBy: `segment-lab ${version}`,
    shop,
    preparation,
    clustering: { ...clustering, predictor: packPredictor(clustering.predictor) },
    segments,
  };
  const text = `${JSON.stringify(document, null, 1)}\n`;
  checkSize(clustering.algorithm, Buffer.byteLength(text));
  // what could not be read again is never written
  const fault = schemaFault(modelSchema, JSON.parse(text), "model");
  if (fault !== undefined) throw new SegmentLabError("bad-value", `the model cannot be saved: ${fault}; mend it first`);
  await writeAtomically(path, text);
}

function checkSize(algorithm: string, bytes: number): void {
  if (bytes <= largestModel) return;
  throw new SegmentLabError(
    "too-large",
    `a model of this ${algorithm} clustering takes ${Math.ceil(bytes / 1e6)} MB, for it keeps the customers it learnt ` +
      "from; cluster a sample of them, or use kmeans, which keeps its centres only",
  );
}
