import type { ColumnTable } from "arquero";
import type { Chart } from "../charts/chart.js";
import { clusterExplorer as explorerChart } from "../charts/cluster-explorer.js";
import type { ComparedRun, Comparison } from "../comparison/comparison.js";
import { explorerPlace } from "../comparison/explorer-place.js";
import { mapCustomers } from "../comparison/map-customers.js";
import { featureCatalogue } from "../features/catalogue.js";
import { invertColumn } from "../features/matrix/fitted-column.js";
import type { PreparedMatrix } from "../features/matrix/preparation.js";

/**
 * One linked chart of a comparison: choose the algorithm and its setting below it; the map, the sizes, the revenue
 * shares and the profile follow. Dragging over the map restricts the sizes to those customers.
 *
 * @param comparison as `compareClusterings` gives it
 * @param customers the table that the matrix was prepared from, in the same order
 * @param start the run to show first
 * @example show(clusterExplorer(comparison, customers));
 */
export function clusterExplorer(
  comparison: Comparison<PreparedMatrix>,
  customers: ColumnTable,
  start?: ComparedRun,
): Chart {
  const { matrix } = comparison;
  const runs = comparison.runs.filter(({ clustering }) => clustering.engine === "native");
  const column = (name: string): Float64Array =>
    Float64Array.from(customers.array(name) as (number | null)[], (value) => value ?? Number.NaN);
  const shown = ["recency_days", "orders", "net_revenue"];
  return explorerChart(
    { ...mapCustomers(matrix), tooltip: shown.map((name) => ({ name, unit: unitOf(name), values: column(name) })) },
    runs.map(({ candidate, clustering: { labels } }) => ({ ...explorerPlace(candidate), labels })),
    matrix.columns.map((name, j) => ({
      column: name,
      unit: unitOf(name),
      typical: (standardized) => invertColumn(matrix.preparation.columns[j]!, standardized),
      standardized: Float64Array.from({ length: matrix.rows }, (_, i) => matrix.data[i * matrix.columns.length + j]!),
    })),
    { revenue: column("net_revenue"), start: Math.max(0, start ? runs.indexOf(start) : 0) },
  );
}

/** The unit of a feature, as the catalogue has it; empty for a column of the user's own. */
export function unitOf(name: string): string {
  return featureCatalogue.find((feature) => feature.name === name)?.unit ?? "";
}
