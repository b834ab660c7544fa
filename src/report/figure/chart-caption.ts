type Spec = Readonly<Record<string, unknown>>;

/** What stands over a figure, and the chart without it. */
export interface ChartCaption {
  /** The chart's message, else its description. */
  readonly title: string;
  /** How to read it; empty where the chart does not say. */
  readonly subtitle: string;
  /** For those who do not see it. */
  readonly description: string;
  /** The chart to draw below: without its title where that is plain text. */
  readonly bare: Spec;
}

/** Takes a chart's title off it, so that a page can set it as text that wraps, is found and is read aloud. */
export function chartCaption(spec: Spec): ChartCaption {
  const { title, ...rest } = spec;
  const parts =
    typeof title === "object" && title !== null && !Array.isArray(title) ? (title as Spec) : { text: title };
  const text = plainText(parts.text);
  const subtitle = plainText(parts.subtitle);
  const described = typeof spec.description === "string" ? spec.description : "";
  // a title that changes with an input belongs into the drawing
  const isPlain = text !== null && (parts.subtitle === undefined || subtitle !== null);
  return {
    title: (isPlain ? text : null) || described || "A chart without a title",
    subtitle: isPlain ? (subtitle ?? "") : "",
    description: described || text || "A chart without a description",
    bare: isPlain ? rest : spec,
  };
}

function plainText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) return value.join(" ");
  return null;
}
