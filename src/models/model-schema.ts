import type { JsonSchema } from "../core/schema-fault.js";
import { fillings, scales, transforms } from "../features/matrix/column-preparation.js";
import { tellingColumns } from "../features/telling-columns.js";

/** What says that a file is a model. */
export const modelFormat = "segment-lab model";

/** Grows when a file of an older version could no longer be read as it was meant. */
export const modelVersion = 1;

const number: JsonSchema = { type: "number" };
const count: JsonSchema = { type: "integer", minimum: 0 };
const text: JsonSchema = { type: "string" };
const truth: JsonSchema = { type: "boolean" };
const numberOrNull: JsonSchema = { type: ["number", "null"] };
// names are printed: on one line, of some length
const name: JsonSchema = { type: "string", pattern: "^[^\\p{Cc}\\p{Zl}\\p{Zp}]*$", maxLength: 300 };
const day: JsonSchema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const floats: JsonSchema = { $ref: "#/$defs/floats" };
const integers: JsonSchema = { $ref: "#/$defs/integers" };
const matrix: JsonSchema = { $ref: "#/$defs/matrix" };
const columns: JsonSchema = { type: "array", items: { $ref: "#/$defs/column" } };

const list = (items: JsonSchema, minItems = 0): JsonSchema => ({ type: "array", items, minItems });

/** An object in which every named property must be, those of `optional` excepted; more are allowed. */
function object(properties: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema {
  return { type: "object", required: Object.keys(properties), properties: { ...properties, ...optional } };
}

const packed = (type: string, each: string): JsonSchema => ({
  description: `Numbers of ${each} each, little-endian, one after the other, in base64 (RFC 4648).`,
  ...object({ type: { const: type }, length: count, base64: text }),
});

const column = object(
  {
    name,
    column: name,
    of: { enum: ["value", "missing"] },
    shrink: truth,
    transform: { enum: transforms },
    scale: { enum: scales },
    missing: { enum: fillings },
    limits: { ...object({ low: number, high: number }), type: ["object", "null"] },
    fill: number,
    shop: number,
    center: number,
    spread: number,
    constant: truth,
    facts: object({ missing: number, winsorized: number, skewBefore: numberOrNull, skewAfter: numberOrNull }),
  },
  { lambda: number, quantiles: list(number, 1), indicator: truth },
);

const tree = object({ column: list(number, 1), value: list(number, 1), left: list(number, 1) });

const preparation: JsonSchema = {
  description: "How a table of customers becomes the matrix that was clustered.",
  ...object({
    preset: name,
    columns: { ...columns, minItems: 1 },
    dropped: columns,
    rows: list(
      object(
        { all: list(object({ column: name }, { per: name, atLeast: number, atMost: number })), group: name },
        { stay: { enum: ["those", "others"] } },
      ),
    ),
    outliers: {
      ...object({ threshold: number, columns, forest: object({ samples: number, trees: list(tree, 1) }) }),
      type: ["object", "null"],
    },
    customers: count,
    aside: list(
      object({ group: name, customers: count, share: number, revenue: numberOrNull, revenueShare: numberOrNull }),
    ),
    notes: list(text),
  }),
};

const predictor: JsonSchema = {
  description: "What labels new rows: one kind of algorithm each.",
  oneOf: [
    object({ kind: { const: "centres" }, centres: matrix }),
    object({
      kind: { const: "mixture" },
      covariance: { enum: ["full", "diagonal"] },
      weights: floats,
      means: matrix,
      covariances: floats,
    }),
    object({ kind: { const: "core-points" }, eps: { type: "number", minimum: 0 }, points: matrix, labels: integers }),
    object({
      kind: { const: "density-tree" },
      minSamples: { type: "integer", minimum: 1 },
      points: matrix,
      coreDistances: floats,
      chosen: integers,
      tree: object({ parent: integers, birth: floats, death: floats, rowCluster: integers, rowLambda: floats }),
    }),
  ],
};

const shop: JsonSchema = {
  description: "The sales that the model was made of; null where it was made of a table.",
  ...object({
    data: name,
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
    asOf: day,
    currency: { type: "string", pattern: "^[A-Z]{3}$" },
    cleaning: list(object({ rule: name }, { parameter: text }), 1),
    columns: list({ enum: tellingColumns }),
    facts: object({
      medianGapDays: numberOrNull,
      medianOrder: numberOrNull,
      bulkUnits: numberOrNull,
      country: { type: ["string", "null"] },
    }),
  }),
  type: ["object", "null"],
};

/** The JSON Schema of a saved model, by which `loadModel` checks a file; docs/model.schema.json is written from it. */
export const modelSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Segment Lab model",
  description: "How new customers get the segments of earlier ones. Plain data: nothing in it is run.",
  ...object({
    format: { const: modelFormat },
    version: { const: modelVersion },
    madeBy: name,
    shop,
    preparation,
    clustering: object({
      algorithm: name,
      engine: name,
      options: { type: "object" },
      clusters: count,
      customers: count,
      agreement: { type: "number", minimum: 0, maximum: 1 },
      predictor,
    }),
    segments: list(object({ cluster: { type: "integer", minimum: -1 }, name })),
  }),
  $defs: {
    column,
    floats: packed("float64", "eight bytes (IEEE 754 doubles)"),
    integers: packed("int32", "four bytes (signed whole numbers)"),
    matrix: {
      description: "Rows of numbers, row after row.",
      ...object({ rows: count, columns: list(name, 1), values: floats }),
    },
  },
};
