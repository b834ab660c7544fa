import { formatNumber } from "../core/format.js";
import { type Chart, createChart } from "./chart.js";
import { chartTitle } from "./chart-title.js";
import { shortenText } from "./inert-text.js";
import { palette, shortAxis } from "./theme.js";

/** The scores of a clustering into k groups. */
export interface KScore {
  readonly algorithm: string;
  readonly k: number;
  readonly silhouette: number;
  readonly daviesBouldin: number;
  readonly calinskiHarabasz: number;
  /** Sum of squared distances to the centres. */
  readonly inertia?: number;
}

const measures = [
  { name: "silhouette", title: "silhouette", best: "max", digits: 3 },
  { name: "daviesBouldin", title: "Davies–Bouldin", best: "min", digits: 3 },
  { name: "calinskiHarabasz", title: "Calinski–Harabasz", best: "max", digits: 0 },
  { name: "inertia", title: "sum of squares within", best: "bend", digits: 0 },
] as const;

const ring = {
  transform: [{ filter: "datum.best" }],
  mark: { type: "point", filled: false, size: 190, strokeWidth: 2, opacity: 1 },
};

/**
 * Shows four criteria against the number of groups, one line an algorithm; the best of each criterion is ringed.
 *
 * @param rows one entry an algorithm and k; a score that is not a number is left out
 * @returns a Vega-Lite chart, for `show()`
 */
export function chooseKChart(rows: readonly KScore[]): Chart {
  const votes = measures.slice(0, 3).map((measure) => best(rows, measure));
  const [first] = votes;
  const agree = first && votes.every((vote) => vote?.k === first.k);
  const message = first
    ? agree
      ? `All three criteria prefer k = ${first.k}`
      : `The silhouette prefers k = ${first.k} (${shortenText(first.algorithm, 30)}, ` +
        `${formatNumber(first.silhouette, 3)}); Davies–Bouldin ${votes[1]?.k}, Calinski–Harabasz ${votes[2]?.k}`
    : "There is no clustering to choose from";
  const algorithms = [...new Set(rows.map((row) => row.algorithm))];
  const color = {
    field: "algorithm",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: algorithms, range: algorithms.map((_, i) => palette[i % palette.length]) },
    legend: { orient: "top" },
  };
  const panels = measures
    .filter((measure) => rows.some((row) => Number.isFinite(row[measure.name])))
    .map((measure) => {
      const ringed = measure.best === "bend" ? undefined : best(rows, measure);
      const values = rows
        .filter((row) => Number.isFinite(row[measure.name]))
        .map((row) => ({ algorithm: row.algorithm, k: row.k, score: row[measure.name], best: row === ringed }));
      const direction = { max: "higher is better", min: "lower is better", bend: "look for the bend" }[measure.best];
      const format = measure.digits === 0 ? ",.0f" : ".3f";
      return {
        title: { text: measure.title, subtitle: direction, fontSize: 12, subtitleFontSize: 10, offset: 6 },
        width: 265,
        height: 150,
        data: { values },
        encoding: {
          x: { field: "k", type: "ordinal", title: "number of groups k", axis: { labelAngle: 0 } },
          y: {
            field: "score",
            type: "quantitative",
            title: null,
            scale: { zero: measure.best === "bend" },
            axis: { tickCount: 5, ...(measure.digits === 0 ? shortAxis : { format: ".2f" }) },
          },
          color,
          tooltip: [
            { field: "algorithm", type: "nominal", title: "algorithm" },
            { field: "k", type: "quantitative", title: "k" },
            { field: "score", type: "quantitative", title: measure.title, format },
          ],
        },
        layer: [
          { mark: { type: "line", strokeWidth: 1.8 } },
          { mark: { type: "point", filled: true, size: 36, opacity: 1 } },
          ...(ringed ? [ring] : []),
        ],
      };
    });
  return createChart(`Criteria for the number of groups, by algorithm. ${message}.`, {
    title: chartTitle(message, "ringed: the best value of each criterion"),
    columns: 2,
    spacing: { row: 18, column: 24 },
    concat: panels,
  });
}

function best(rows: readonly KScore[], measure: (typeof measures)[number]): KScore | undefined {
  const sign = measure.best === "min" ? -1 : 1;
  const score = (row: KScore): number => sign * (row[measure.name] ?? Number.NaN);
  return rows
    .filter((row) => Number.isFinite(score(row)))
    .reduce<KScore | undefined>((most, row) => (most && score(most) >= score(row) ? most : row), undefined);
}
