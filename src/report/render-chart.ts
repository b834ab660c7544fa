import { gzipSync } from "node:zlib";
import { escapeHtml } from "../lab/escape-html.js";
import { embedJson } from "./embed-json.js";
import { chartCaption } from "./figure/chart-caption.js";
import { plottedRows } from "./figure/plotted-rows.js";
import { renderRows } from "./figure/render-rows.js";
import { staticDrawings } from "./figure/static-drawings.js";

type Spec = Readonly<Record<string, unknown>>;

const schema = "https://vega.github.io/schema/vega-lite/v6.json";
// many marks are slow as separate elements of a document, few are sharper so
const largeSpec = 150_000;
// below, a reader of the source may read it
const packedSpec = 40_000;

/**
 * A Vega-Lite spec as a numbered figure: a caption, a drawing that needs no script, the rows behind it, and the spec that the page's
 * script draws once the figure is scrolled into view.
 *
 * @param number the figure's number in the page, from 1
 */
export async function renderChart(spec: Spec, number: number): Promise<string> {
  const { title, subtitle, description, bare } = chartCaption(spec);
  const { wide, narrow, narrowWidth } = await staticDrawings(bare, `f${number}`);
  const label = escapeHtml(description);
  const json = embedJson({ ...spec, $schema: schema });
  const renderer = json.length > largeSpec ? "canvas" : "svg";
  const kept =
    json.length > packedSpec
      ? `<script type="application/gzip">${gzipSync(json, { level: 9 }).toString("base64")}</script>`
      : `<script type="application/json">${json}</script>`;
  const drawings = (wide ?? "") + (narrow?.replace('class="static"', 'class="static narrow"') ?? "");
  const drawing =
    drawings === ""
      ? `<noscript><p class="chart-note">This figure is drawn by the script inside this page, and scripts are off. It shows: ${label}</p></noscript>`
      : `<div class="drawing${narrow ? " has-narrow" : ""}" role="img" aria-label="${label}">${drawings}</div>`;
  const below = subtitle === "" ? "" : `<span class="how">${joined(subtitle)}</span>`;
  const attributes = `data-state="waiting" data-renderer="${renderer}" data-number="${number}" data-label="${label}"${narrowWidth ? ` data-narrow="${narrowWidth}"` : ""}${bare === spec ? "" : " data-bare"}`;
  return `<figure class="chart" id="figure-${number}" ${attributes}><figcaption><a class="figure-number" href="#figure-${number}">Figure ${number}.</a> ${joined(title)}${below}</figcaption><div class="frame">${drawing}<div class="chart-view"></div></div>${renderRows(plottedRows(spec), number)}${kept}</figure>`;
}

// a number stays with its sign of percent
function joined(text: string): string {
  return escapeHtml(text.replace(/(\d) %/g, "$1\u00a0%"));
}
