import { chartConfig } from "./theme.js";

/** A Vega-Lite spec, valid under v5, with a description for screen readers. Data stand in `data.values` or `datasets` only. */
export interface Chart {
  readonly $schema: string;
  readonly description: string;
  readonly [key: string]: unknown;
}

const schema = "https://vega.github.io/schema/vega-lite/v5.json";

/**
 * Completes a Vega-Lite spec of ours with the schema, the theme and a description.
 *
 * @param description what the chart shows, in a sentence, for screen readers
 * @param spec a Vega-Lite v5 spec without `$schema`, `description` and `config`
 */
export function createChart(description: string, spec: Readonly<Record<string, unknown>>): Chart {
  return { $schema: schema, description, config: chartConfig, ...spec };
}
