import type { Matrix } from "../../core/matrix.js";
import { columnDips } from "./column-dips.js";
import { type FindGroupsOptions, findSeparateGroups } from "./find-separate-groups.js";
import { valleyRule } from "./separate-groups.js";

/** A value is frequent where so many rows share it. */
const frequentShare = 0.05;

/**
 * Names the columns whose frequent value alone makes groups stand apart: those with a value that many rows share and
 * with a valley beside it, without which nothing stands apart.
 *
 * @param matrix rows × columns in which groups stand apart
 * @param options as for `findSeparateGroups`
 * @returns one column where one is enough, else all that it takes; none where the groups stand apart without them
 */
export async function spikeColumns(matrix: Matrix, options: FindGroupsOptions = {}): Promise<string[]> {
  const spikes = columnDips(matrix)
    .filter(({ dip, p, commonest, count }) => {
      return p <= valleyRule.p && dip >= valleyRule.dip && commonest >= frequentShare && commonest * count > 2;
    })
    .map(({ column }) => column);
  const tries = spikes.length > 1 ? [...spikes.map((column) => [column]), spikes] : spikes.map((column) => [column]);
  for (const without of tries) {
    const rest = dropColumns(matrix, without);
    if (rest.columns.length === 0 || (await findSeparateGroups(rest, options)).groups === 1) return without;
  }
  return [];
}

function dropColumns({ data, rows, columns, ids }: Matrix, dropped: readonly string[]): Matrix {
  const kept = [...columns.keys()].filter((j) => !dropped.includes(columns[j]!));
  const left: Float64Array = new Float64Array(rows * kept.length);
  for (let i = 0; i < rows; i++) {
    kept.forEach((j, to) => {
      left[i * kept.length + to] = data[i * columns.length + j]!;
    });
  }
  return { data: left, rows, columns: kept.map((j) => columns[j]!), ids };
}
