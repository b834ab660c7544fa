import { SegmentLabError } from "../core/errors.js";
import type { ExplorerPoints } from "./cluster-explorer.js";
import type { ExplorerCandidate } from "./explorer-candidate.js";
import type { ColumnLevels } from "./explorer-levels.js";
import { mapDigits } from "./map-digits.js";
import { packLabels } from "./pack-labels.js";
import { packLevels } from "./pack-levels.js";
import { packSilhouettes } from "./pack-silhouettes.js";
import { roundTo } from "./short-number.js";

/** One row a customer: places, revenue and tooltip as numbers; labels, silhouettes and levels packed in one text. */
export function explorerRows(
  points: ExplorerPoints,
  candidates: readonly ExplorerCandidate[],
  levels: readonly ColumnLevels[],
  revenue: Float64Array | undefined,
): Record<string, unknown>[] {
  const { ids, x, y, umap, tooltip = [] } = points;
  const digits = mapDigits(x, y);
  const umapDigits = umap ? mapDigits(umap.x, umap.y) : 0;
  const labels = packLabels(candidates.map((candidate) => candidate.labels));
  const silhouettes = packSilhouettes(
    candidates.map((candidate) => candidate.silhouettes),
    ids.length,
  );
  const codes = packLevels(
    levels.map((column) => column.levels),
    ids.length,
  );
  return ids.map((i, at) => {
    const row: Record<string, unknown> = { i, x: roundTo(x[at]!, digits), y: roundTo(y[at]!, digits) };
    if (umap) Object.assign(row, { u: roundTo(umap.x[at]!, umapDigits), v: roundTo(umap.y[at]!, umapDigits) });
    if (revenue) row.r = roundTo(revenue[at]!, 0);
    tooltip.forEach((column, t) => {
      row[`t${t}`] = Number(column.values[at]!.toPrecision(6));
    });
    row.l = labels[at]! + silhouettes[at]! + codes[at]!;
    return row;
  });
}

/** @throws SegmentLabError `bad-value` when something has not one value a customer */
export function checkLengths(
  points: ExplorerPoints,
  candidates: readonly ExplorerCandidate[],
  profile: readonly { readonly column: string; readonly standardized: Float64Array }[],
  revenue: Float64Array | undefined,
): void {
  const { ids, x, y, umap, tooltip = [] } = points;
  const customers = ids.length;
  const lengths: [string, number][] = [
    ["x", x.length],
    ["y", y.length],
    ...(umap
      ? ([
          ["x of umap", umap.x.length],
          ["y of umap", umap.y.length],
        ] as [string, number][])
      : []),
    ...tooltip.map(({ name, values }): [string, number] => [name, values.length]),
    ...candidates.map((one): [string, number] => [`labels of ${one.algorithm} ${one.parameter}`, one.labels.length]),
    ...candidates.flatMap(({ algorithm, parameter, silhouettes }): [string, number][] =>
      silhouettes ? [[`silhouettes of ${algorithm} ${parameter}`, silhouettes.length]] : [],
    ),
    ...profile.map(({ column, standardized }): [string, number] => [column, standardized.length]),
    ...(revenue ? [["revenue", revenue.length] as [string, number]] : []),
  ];
  for (const [name, length] of lengths) {
    if (length !== customers) {
      throw new SegmentLabError("bad-value", `${length} values of "${name}" for ${customers} customers`);
    }
  }
}
