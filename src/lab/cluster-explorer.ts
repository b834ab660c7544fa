import type { ColumnTable } from "arquero";
import type { Chart } from "../charts/chart.js";
import { clusterExplorer as explorerChart } from "../charts/cluster-explorer.js";
import type { ComparedRun, Comparison } from "../comparison/comparison.js";
import { explorerPlace } from "../comparison/explorer-place.js";
import { mapCustomers } from "../comparison/map-customers.js";
import { currencySign } from "../core/money.js";
import { featureCatalogue } from "../features/catalogue.js";
import { invertColumn } from "../features/matrix/fitted-column.js";
import type { PreparedMatrix } from "../features/matrix/preparation.js";
import { smallestGroup } from "../sales/redaction/smallest-group.js";
import { leftOut, offeredRuns } from "./offered-runs.js";

/** What `clusterExplorer` takes beside the comparison. */
export interface ClusterExplorerOptions {
  /** A second map to choose, as `umapMap(matrix)` gives it. */
  readonly umap?: { readonly x: Float64Array; readonly y: Float64Array };
  /** For runs that were measured, by name: the mean Jaccard index of each cluster, 0 … 1; the finalists' where left out. */
  readonly stability?: readonly { readonly name: string; readonly jaccards: ArrayLike<number> }[];
  /** The code of the currency, as `sales.currency` has it, so that money is written with its sign. */
  readonly currency?: string;
  /** What to offer; where left out all native runs, as far as they fit into 1.5 MB. */
  readonly runs?: readonly ComparedRun[];
  /** True to show clusters of fewer than five people as noise, as pages made with `--redact` do. */
  readonly redact?: boolean;
}

/** The size of a page, and of what JupyterLab keeps in the notebook, in bytes. */
const budget = 1_500_000;

/** With fewer there is nothing to explore, however many customers there are. */
const fewest = 12;

/**
 * One linked chart of a comparison: choose preparation, algorithm, its setting and the map below it; the map, the sizes,
 * the revenue shares, silhouettes, stability and the profile follow. Dragging over the map restricts sizes and profile to
 * those customers, and prints where it is: `customersInside` lists them; an exported page saves them as CSV.
 *
 * @param comparison as `compareClusterings` gives it
 * @param customers the table that the matrix was prepared from, in the same order
 * @param start the run to show first
 * @param options `umap`: a second map; `stability`: mean Jaccard indices by run; `currency`; `runs`: which
 *   to offer; `redact`
 * @returns a Vega-Lite chart, for `show`
 * @example show(clusterExplorer(comparison, customers, chosen, { umap: await umapMap(matrix) }));
 */
export function clusterExplorer(
  comparison: Comparison<PreparedMatrix>,
  customers: ColumnTable,
  start?: ComparedRun,
  options: ClusterExplorerOptions = {},
): Chart {
  const all = options.runs ?? comparison.runs.filter(({ clustering }) => clustering.engine === "native");
  const finalists = comparison.weighed?.finalists ?? [];
  const stability = finalists.map(({ run, stability: { clusters } }) => ({
    name: run.name,
    jaccards: clusters.map(({ jaccard }) => jaccard),
  }));
  const own = { stability, ...options };
  const chart = chartOf(comparison, customers, start, own, all, "");
  const over = Buffer.byteLength(JSON.stringify(chart)) - budget;
  if (over <= 0 || options.runs) return chart;
  // a run takes two letters a customer, and its captions and clusters
  const room = all.length - Math.ceil((over + 300) / (2 * comparison.matrix.rows + 300));
  const offered = offeredRuns(all, start, Math.max(fewest, room));
  if (offered.length === all.length) return chart;
  const note = `Not offered, to keep the page small: ${leftOut(all, offered)}`;
  return chartOf(comparison, customers, start, own, offered, note);
}

function chartOf(
  { matrix }: Comparison<PreparedMatrix>,
  customers: ColumnTable,
  start: ComparedRun | undefined,
  { umap, stability = [], currency, redact = false }: ClusterExplorerOptions,
  runs: readonly ComparedRun[],
  note: string,
): Chart {
  const column = (name: string): Float64Array =>
    Float64Array.from(customers.array(name) as (number | null)[], (value) => value ?? Number.NaN);
  const shown = ["recency_days", "orders", "net_revenue"];
  const unit = (name: string): string => {
    const own = unitOf(name);
    if (own !== "currency") return own;
    return currency === undefined ? "" : currencySign(currency);
  };
  const jaccards = new Map(stability.map((one) => [one.name, one.jaccards]));
  return explorerChart(
    {
      ...mapCustomers(matrix),
      ...(umap && { umap }),
      tooltip: shown.map((name) => ({ name, unit: unit(name), values: column(name) })),
    },
    runs.map(({ name, candidate, matrix: own, clustering: { labels, clusters }, silhouettes }) => ({
      ...explorerPlace(candidate),
      preparation: own === matrix ? matrix.preparation.preset : (candidate.preparation ?? ""),
      labels: redact ? asNoise(labels) : labels,
      ...(clusters > 1 && { silhouettes }),
      ...(stability.length > 0 && { jaccards: jaccards.get(name) ?? [] }),
    })),
    matrix.columns.map((name, j) => ({
      column: name,
      unit: unit(name),
      typical: (standardized) => invertColumn(matrix.preparation.columns[j]!, standardized),
      standardized: Float64Array.from({ length: matrix.rows }, (_, i) => matrix.data[i * matrix.columns.length + j]!),
    })),
    {
      revenue: column("net_revenue"),
      start: Math.max(0, start ? runs.indexOf(start) : 0),
      ...(note !== "" && { note }),
    },
  );
}

/**
 * Labels with every cluster of too few people as noise; where that is a group of too few itself, the smallest of the others
 * joins it. The others are numbered by size and stay as they are.
 */
function asNoise(labels: Int32Array): Int32Array {
  const sizes: number[] = [];
  for (const label of labels) if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
  let kept = sizes.filter((size) => size >= smallestGroup).length;
  let noise = labels.length - sizes.slice(0, kept).reduce((sum, size) => sum + size, 0);
  while (noise > 0 && noise < smallestGroup && kept > 0) noise += sizes[--kept]!;
  return labels.map((label) => (label < kept ? label : -1));
}

/**
 * The unit of a feature, as the catalogue has it; empty for a column of the user's own.
 *
 * @param name a feature's name, such as `net_revenue`
 * @returns such as `days`, `orders` or `currency`
 */
export function unitOf(name: string): string {
  return featureCatalogue.find((feature) => feature.name === name)?.unit ?? "";
}
