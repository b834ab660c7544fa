import { escapeHtml } from "../lab/escape-html.js";
import { embedJson } from "./embed-json.js";

type Spec = Readonly<Record<string, unknown>>;

const schema = "https://vega.github.io/schema/vega-lite/v6.json";
// many marks are slow as separate elements of a document, few are sharper so
const largeSpec = 150_000;

/** A Vega-Lite spec as a figure that the page's script draws. */
export function renderChart(spec: Spec): string {
  const json = embedJson({ ...spec, $schema: schema });
  const label = escapeHtml(describe(spec));
  // controls inside an image would be hidden from assistive technology
  const role = hasControls(spec) ? "group" : "img";
  const renderer = json.length > largeSpec ? "canvas" : "svg";
  return `<figure class="chart" data-state="waiting" data-renderer="${renderer}"><div class="chart-view" role="${role}" aria-label="${label}"></div><noscript><p class="chart-note">This figure is drawn by the script inside this page, and scripts are off. It shows: ${label}</p></noscript><script type="application/json">${json}</script></figure>`;
}

function describe(spec: Spec): string {
  if (typeof spec.description === "string") return spec.description;
  if (typeof spec.title === "string") return spec.title;
  const text = (spec.title as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : "A chart without a description";
}

function hasControls(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasControls);
  const { params, layer, hconcat, vconcat, concat, spec } = value as Spec;
  const isBound = Array.isArray(params) && params.some((param: { bind?: unknown }) => param.bind !== undefined);
  return isBound || [layer, hconcat, vconcat, concat, spec].some(hasControls);
}
