import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { textWidth } from "./text-width.js";

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
  readonly limit?: number;
}

interface SceneView {
  readonly _viewWidth: number;
  readonly _viewHeight: number;
  readonly _origin: readonly [number, number];
  padding(): Readonly<Record<"left" | "right" | "top" | "bottom", number>>;
  scenegraph(): { readonly root: unknown };
}

interface SvgRenderer {
  initialize(element: null, width: number, height: number, origin: readonly number[]): SvgRenderer;
  render(scene: unknown): SvgRenderer;
  svg(): string;
}

// what vega has and its types leave out
const { textMetrics, SVGStringRenderer } = vega as unknown as {
  readonly textMetrics: { width: (item: TextItem, text: unknown) => number };
  readonly SVGStringRenderer: new (loader: vega.Loader) => SvgRenderer;
};
textMetrics.width = measure;

/**
 * Draws a Vega-Lite chart as SVG without a browser, with the expression interpreter, measuring text by Helvetica's widths so that
 * every machine draws the same. Nothing is loaded.
 *
 * @param spec a Vega-Lite v5 or v6 spec whose data stand in it
 * @returns Vega's SVG, verbose and untrusted; null where the chart cannot be drawn or asks for something from outside
 */
export async function drawStatic(spec: Readonly<Record<string, unknown>>): Promise<string | null> {
  let asked = false;
  const refuse = (): Promise<never> => {
    asked = true;
    return Promise.reject(new Error("a chart must not load anything"));
  };
  // a mark's link is dropped: vega fails on a refusal where a drawing has no document
  const sanitize = (_: string, options: { readonly context?: string }): Promise<object> =>
    options.context === "href" ? Promise.resolve({}) : refuse();
  const loader = { ...vega.loader(), load: refuse, sanitize } as unknown as vega.Loader;
  let view: vega.View | undefined;
  try {
    const logger = quietLogger();
    const compiled = compile(structuredClone(spec) as unknown as TopLevelSpec, { logger }).spec as vega.Spec;
    const runtime = vega.parse(compiled, undefined, { ast: true });
    view = new vega.View(runtime, { expr: expressionInterpreter, loader, renderer: "none", logger });
    await view.runAsync();
    const svg = writeScene(view as unknown as SceneView, loader);
    return asked ? null : svg;
  } catch {
    // the page's script says why, in the figure
    return null;
  } finally {
    view?.finalize();
  }
}

// view.toSVG() may come from another copy of the scene graph, which measures otherwise
function writeScene(view: SceneView, loader: vega.Loader): string {
  const { left, right, top, bottom } = view.padding();
  const [x, y] = view._origin;
  const [width, height] = [view._viewWidth + left + right, view._viewHeight + top + bottom];
  const renderer = new SVGStringRenderer(loader).initialize(null, width, height, [left + x, top + y]);
  return renderer.render(view.scenegraph().root).svg();
}

function measure({ fontSize = 11, fontWeight = 400, limit = 0 }: TextItem, text: unknown): number {
  const width = textWidth(String(text ?? "").trim(), fontSize, fontWeight === "bold" || Number(fontWeight) >= 600);
  return limit > 0 ? Math.min(limit, width) : width;
}

function quietLogger(): vega.LoggerInterface {
  const say = (): vega.LoggerInterface => logger;
  const logger = { level: say, error: say, warn: say, info: say, debug: say } as unknown as vega.LoggerInterface;
  return logger;
}
