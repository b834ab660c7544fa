/** The part of JSON Schema (draft 2020-12) that `schemaFault` knows. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** "#/$defs/NAME" only. */
  readonly $ref?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  /** Alternatives told apart by a property with a `const`. */
  readonly oneOf?: readonly JsonSchema[];
}

type SchemaType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** Every keyword above: a schema that uses another one is refused rather than half checked. */
const keywords: readonly string[] = [
  ...[
    "$schema",
    "title",
    "description",
    "$defs",
    "$ref",
    "type",
    "const",
    "enum",
    "minimum",
    "maximum",
    "pattern",
    "maxLength",
  ],
  ...["required", "properties", "items", "minItems", "oneOf"],
];

/**
 * Checks parsed JSON against a schema.
 *
 * @param schema the schema; its $defs are those of the whole
 * @param value parsed JSON
 * @param place what the message calls the value
 * @returns the first fault, as "place is X, not Y"; undefined where there is none
 */
export function schemaFault(schema: JsonSchema, value: unknown, place = "the document"): string | undefined {
  return faultOf(schema, value, place, schema.$defs ?? {});
}

type Definitions = Readonly<Record<string, JsonSchema>>;

function faultOf(given: JsonSchema, value: unknown, place: string, definitions: Definitions): string | undefined {
  const unknown = Object.keys(given).find((keyword) => !keywords.includes(keyword));
  if (unknown !== undefined) throw new Error(`the schema uses "${unknown}", which schemaFault does not know`);
  if (given.$ref !== undefined) {
    const definition = definitions[given.$ref.replace("#/$defs/", "")];
    if (!definition) throw new Error(`the schema has no ${given.$ref}`);
    const fault = faultOf(definition, value, place, definitions);
    if (fault !== undefined) return fault;
  }
  const wanted = unmetBy(given, value);
  if (wanted !== undefined) return `${place} is ${written(value)}, not ${wanted}`;
  if (given.oneOf) return alternativeFault(given.oneOf, value, place, definitions);
  return partFault(given, value, place, definitions);
}

/** What a value should be, in words, where it is not. */
function unmetBy(schema: JsonSchema, value: unknown): string | undefined {
  const { type, const: only, enum: choices, minimum, maximum, pattern, maxLength, minItems } = schema;
  const types = type === undefined ? [] : [type].flat();
  if (types.length > 0 && !types.some((name) => isOfType(name as SchemaType, value))) return types.join(" or ");
  if (only !== undefined && value !== only) return JSON.stringify(only);
  if (choices && !choices.includes(value as string)) return `one of ${choices.join(", ")}`;
  if (typeof value === "number" && minimum !== undefined && value < minimum) return `at least ${minimum}`;
  if (typeof value === "number" && maximum !== undefined && value > maximum) return `at most ${maximum}`;
  if (typeof value === "string") {
    // JSON Schema counts characters, a surrogate pair as one
    if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength)
      return `at most ${maxLength} characters`;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) return `like ${pattern}`;
  }
  if (Array.isArray(value) && minItems !== undefined && value.length < minItems)
    return `a list of at least ${minItems}`;
  return undefined;
}

function alternativeFault(
  alternatives: readonly JsonSchema[],
  value: unknown,
  place: string,
  definitions: Definitions,
): string | undefined {
  const faults = alternatives.map((schema) => faultOf(schema, value, place, definitions));
  if (faults.filter((fault) => fault === undefined).length === 1) return undefined;
  // the alternative that is meant is the one whose constants hold
  const meant = alternatives.findIndex(({ properties = {} }) =>
    Object.entries(properties).every(([name, { const: only }]) => only === undefined || Object(value)[name] === only),
  );
  return faults[meant] ?? `${place} is none of the kinds there are`;
}

function partFault(schema: JsonSchema, value: unknown, place: string, definitions: Definitions): string | undefined {
  if (Array.isArray(value)) {
    for (const [i, item] of schema.items ? value.entries() : []) {
      const fault = faultOf(schema.items!, item, `${place}[${i}]`, definitions);
      if (fault !== undefined) return fault;
    }
  } else if (typeof value === "object" && value !== null) {
    for (const name of schema.required ?? []) if (!Object.hasOwn(value, name)) return `${place}.${name} is missing`;
    for (const [name, part] of Object.entries(schema.properties ?? {})) {
      if (!Object.hasOwn(value, name)) continue;
      const fault = faultOf(part, (value as Record<string, unknown>)[name], `${place}.${name}`, definitions);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function isOfType(type: SchemaType, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  // 1e999 is written as JSON allows and read as infinite
  if (type === "number") return Number.isFinite(value);
  return typeof value === type;
}

/** Short, on one line, and never of a whole tree: that may be deep. */
function written(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" && value.length > 60
    ? JSON.stringify(`${value.slice(0, 60)}…`)
    : JSON.stringify(value);
}
