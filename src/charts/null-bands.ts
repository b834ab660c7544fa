import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { roundTo } from "./short-number.js";
import { clusterColour, noiseColour } from "./theme.js";

/** A criterion for one number of groups, beside the same on rows without groups. */
export interface NullBand {
  readonly algorithm: string;
  readonly k: number;
  readonly real: number;
  /** One a matrix without groups. */
  readonly surrogates: ArrayLike<number>;
  /** (real − their mean) / their standard deviation. */
  readonly z: number;
}

/**
 * Shows a criterion against the number of groups beside what the same algorithm reaches on rows without groups: where
 * the line lies in the band, the groups are what any cloud of this shape would give.
 *
 * @param bands one entry an algorithm and k, in which a larger criterion is better
 * @param options `criterion`: what is measured; `p`: how often rows without groups lead as far as the best k, by algorithm
 * @returns a Vega-Lite chart, for `show()`
 */
export function nullBands(
  bands: readonly NullBand[],
  options: { readonly criterion?: string; readonly p?: Readonly<Record<string, number>> } = {},
): Chart {
  const { criterion = "silhouette", p = {} } = options;
  const algorithms = [...new Set(bands.map(({ algorithm }) => algorithm))];
  const count = bands[0]?.surrogates.length ?? 0;
  const beyond = algorithms.filter((algorithm) => (p[algorithm] ?? 1) <= 0.05);
  const message =
    beyond.length === 0
      ? "At some number of groups, rows without groups lead as far"
      : `${beyond.map((name) => shortenText(name, 24)).join(" and ")} ${beyond.length === 1 ? "does" : "do"} better here than on rows without groups`;
  const said = algorithms
    .filter((algorithm) => p[algorithm] !== undefined)
    .map((algorithm) => `${shortenText(algorithm, 24)} p = ${formatNumber(p[algorithm]!, 3)}`);
  const values = bands.map(({ algorithm, k, real, surrogates, z }) => {
    const drawn = Array.from(surrogates).filter((value) => Number.isFinite(value));
    const low = Math.min(...drawn);
    const high = Math.max(...drawn);
    return { algorithm, k, real: roundTo(real, 4), low: roundTo(low, 4), high: roundTo(high, 4), z: roundTo(z, 1) };
  });
  const x = { field: "k", type: "ordinal", title: "number of groups k", axis: { labelAngle: 0 } };
  const title = `mean ${criterion}`;
  const panel = (algorithm: string): Record<string, unknown> => ({
    title: { text: shortenText(algorithm, 40), fontSize: 12, offset: 6 },
    width: 270,
    height: 210,
    data: { values: values.filter((row) => row.algorithm === algorithm) },
    encoding: {
      x,
      tooltip: [
        { field: "k", type: "quantitative", title: "k" },
        { field: "real", type: "quantitative", title: "here", format: ".3f" },
        { field: "low", type: "quantitative", title: "without groups, least", format: ".3f" },
        { field: "high", type: "quantitative", title: "without groups, most", format: ".3f" },
        { field: "z", type: "quantitative", title: "standard deviations beyond", format: "+.1f" },
      ],
    },
    layer: [
      {
        mark: { type: "bar", width: { band: 0.5 }, color: noiseColour, opacity: 0.6 },
        encoding: {
          y: { field: "low", type: "quantitative", title, scale: { zero: false } },
          y2: { field: "high" },
        },
      },
      {
        mark: { type: "line", strokeWidth: 1.6, color: clusterColour(0) },
        encoding: { y: { field: "real", type: "quantitative", title } },
      },
      {
        mark: { type: "point", filled: true, size: 46, opacity: 1, color: clusterColour(0) },
        encoding: { y: { field: "real", type: "quantitative", title } },
      },
    ],
  });
  return createChart(
    `The ${criterion} for each number of groups beside its range on ${count} matrices without groups. ${message}.`,
    {
      title: chartTitle(
        message,
        `line: these customers; grey: the range over ${count} Gaussian-copula surrogates. How often these lead as far: ${said.join(", ") || "not asked"}`,
      ),
      spacing: 24,
      hconcat: algorithms.map(panel),
    },
  );
}
