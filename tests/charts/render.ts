import { type LoggerInterface, loader, parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Chart } from "../../src/charts/chart.js";

/** An item of Vega's scene, as far as the tests look at it. */
export interface Drawn {
  readonly mark: { readonly marktype: string };
  readonly datum: Record<string, unknown>;
  readonly x?: number;
  readonly y?: number;
  readonly fill?: string;
  readonly text?: string;
}

/** A chart as an exported page draws it: the compiled spec, its view, and what Vega and Vega-Lite complained about. */
export interface Rendered {
  readonly compiled: Spec;
  readonly view: View;
  readonly warnings: readonly string[];
  /** The drawn items of the chart's own marks, without axes, legends and titles. */
  marks(): Drawn[];
}

interface Node {
  readonly role?: string;
  readonly marktype?: string;
  readonly items?: readonly Node[];
}

/** Compiles with Vega-Lite 6 and runs with the expression interpreter, as the pages do; loads nothing. */
export async function render(chart: Chart): Promise<Rendered> {
  const warnings: string[] = [];
  const say = (...texts: readonly unknown[]): LoggerInterface => {
    const text = texts.join(" ");
    // the brush of the explorer listens to the window, which only a browser has
    if (text !== "Can not resolve event source: window") warnings.push(text);
    return logger;
  };
  const quiet = (): LoggerInterface => logger;
  const logger = { level: quiet, error: say, warn: say, info: quiet, debug: quiet } as unknown as LoggerInterface;
  const compiled = compile(structuredClone(chart) as unknown as TopLevelSpec, { logger }).spec as Spec;
  const load = (): Promise<string> => Promise.reject(new Error("a chart must not load anything"));
  const view = new View(parse(compiled, undefined, { ast: true }), {
    expr: expressionInterpreter,
    loader: { ...loader(), load },
    renderer: "none",
    logger,
  });
  await view.runAsync();
  const scene = view.scenegraph() as unknown as { root: Node };
  return { compiled, view, warnings, marks: () => collect(scene.root) as Drawn[] };
}

/** The message of a chart. */
export function titleOf(chart: Chart): string {
  return (chart.title as { text: string[] }).text.join(" ");
}

/** The rows of a chart that has one list of data. */
export function valuesOf(chart: Chart): Record<string, unknown>[] {
  return (chart.data as { values: Record<string, unknown>[] }).values;
}

function collect(node: Node): unknown[] {
  const own = node.role === "mark" && node.marktype !== "group" ? (node.items ?? []) : [];
  return [...own, ...(node.items ?? []).flatMap(collect)];
}
