import { Display } from "./display.js";

const mime = "application/vnd.vegalite.v5+json";
const schema = "https://vega.github.io/schema/vega-lite/v5.json";
const compositions = ["mark", "layer", "hconcat", "vconcat", "concat", "facet", "repeat", "spec"];

/** Whether a value looks like a Vega-Lite spec: says so in `$schema`, or has a mark or a composition. */
export function isChart(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const spec = value as Readonly<Record<string, unknown>>;
  if (typeof spec.$schema === "string") return spec.$schema.includes("vega-lite");
  return compositions.some((key) => key in spec);
}

/** A Vega-Lite spec as a figure; its description, else its title, is what it reads like as text. */
export function chartDisplay(spec: Readonly<Record<string, unknown>>): Display {
  const text = `[chart] ${describe(spec)}`;
  // the renderer of JupyterLab 4.6 is Vega-Lite 5
  const plain: unknown = JSON.parse(JSON.stringify({ $schema: schema, ...spec }, toPlain));
  return new Display({ [mime]: plain, "text/plain": text }, text);
}

function describe(spec: Readonly<Record<string, unknown>>): string {
  if (typeof spec.description === "string") return spec.description;
  const title = spec.title;
  if (typeof title === "string") return title;
  if (typeof title === "object" && title !== null && "text" in title) return String(title.text);
  return "a Vega-Lite chart without a description";
}

function toPlain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float64Array);
  return value;
}
