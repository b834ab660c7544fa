import { adjustedRandIndex } from "../../clustering/metrics/adjusted-rand-index.js";
import type { Matrix } from "../../core/matrix.js";
import { commonestValues } from "../../features/matrix/atoms.js";
import { type FindGroupsOptions, type FoundGroups, findSeparateGroups } from "./find-separate-groups.js";

/** A value is frequent where so large a share of the rows has it. */
const frequentShare = 0.05;

/** A group is a frequent value where their adjusted Rand index is at least this. */
const sameRows = 0.7;

/**
 * Names the columns whose frequent value alone makes groups stand apart: one of the groups is the rows that have it, or
 * those that have it not. Such columns are set aside one by one until nothing stands apart.
 *
 * @param matrix rows × columns in which groups stand apart
 * @param found the groups
 * @param options as for `findSeparateGroups`
 * @returns the columns in the order they were set aside; none where groups stand apart without them
 */
export async function spikeColumns(
  matrix: Matrix,
  found: FoundGroups,
  options: FindGroupsOptions = {},
): Promise<string[]> {
  const named: string[] = [];
  for (let rest = matrix, groups = found; groups.groups > 1; ) {
    const column = columnOfGroup(rest, groups);
    if (column === undefined) return [];
    named.push(column);
    if (rest.columns.length === 1) break;
    rest = dropColumn(rest, rest.columns.indexOf(column));
    groups = await findSeparateGroups(rest, options);
  }
  return named;
}

/** The column one of whose frequent values is most like a group, if any is. */
function columnOfGroup(matrix: Matrix, { labels, groups }: FoundGroups): string | undefined {
  const { data, columns, rows } = matrix;
  let [most, best]: [number, string | undefined] = [sameRows, undefined];
  for (const [j, { column, value, share }] of commonestValues(matrix).entries()) {
    if (share < frequentShare || share * rows <= 2 || share === 1) continue;
    const has = Int32Array.from({ length: rows }, (_, row) => (data[row * columns.length + j] === value ? 1 : 0));
    for (let group = 0; group < groups; group++) {
      const index = adjustedRandIndex(
        has,
        labels.map((own) => (own === group ? 1 : 0)),
      );
      if (index >= most) [most, best] = [index, column];
    }
  }
  return best;
}

function dropColumn({ data, columns, rows, ids }: Matrix, dropped: number): Matrix {
  const kept = columns.filter((_, j) => j !== dropped);
  const left = data.filter((_, at) => at % columns.length !== dropped);
  return { data: left, rows, columns: kept, ids };
}
