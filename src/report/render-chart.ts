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
  const renderer = json.length > largeSpec ? "canvas" : "svg";
  return `<figure class="chart" data-state="waiting" data-renderer="${renderer}" data-label="${label}"><div class="chart-view"></div><noscript><p class="chart-note">This figure is drawn by the script inside this page, and scripts are off. It shows: ${label}</p></noscript><script type="application/json">${json}</script></figure>`;
}

function describe(spec: Spec): string {
  if (typeof spec.description === "string") return spec.description;
  if (typeof spec.title === "string") return spec.title;
  const text = (spec.title as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : "A chart without a description";
}
