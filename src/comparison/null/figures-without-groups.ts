import { checkMatrix } from "../../clustering/check-matrix.js";
import { SegmentLabError } from "../../core/errors.js";
import { contentKey, openKeptResults } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import type { RunOptions } from "../../core/progress.js";
import { shareMatrix } from "../../core/threads/share-matrix.js";
import { type CacheOption, keptFolder } from "../kept-folder.js";
import { settleKeptTasks } from "../kept-tasks.js";
import { matrixKey } from "../place-candidates.js";
import { figureTask } from "./figure-task.js";
import type { FigureNames, FigureSet } from "./group-figures.js";

/** How figures are asked for. */
export interface WithoutGroupsOptions extends RunOptions {
  /** How many sets of rows without groups; 4 where left out. */
  readonly surrogates?: number;
  /** 1 where left out. */
  readonly seed?: number;
  /** False to keep nothing; otherwise figures are kept by content, as `compareClusterings` keeps its results. */
  readonly cache?: CacheOption;
}

/** Raise it when a figure comes out otherwise. */
const version = 1;

/**
 * Asks what figures about groups come to where there are none: rows like these, without groups (Gaussian-copula surrogates), are
 * clustered in the same way and measured in the same way. A number about groups says something only as far as it differs from these.
 *
 * @param matrix the rows that a page makes its claims of
 * @param set which figures, of which candidate
 * @param options `surrogates`, `seed`, `cache`, `threads`, `signal`, `onProgress`
 * @returns by the figure's name one value a surrogate
 * @throws SegmentLabError `bad-option` without surrogates, `bad-value`, `aborted`, or what the candidate's fit throws
 * @example
 * const { onTheFence } = await figuresWithoutGroups(matrix, { kind: "borders", candidate: chosen.candidate });
 * const here = borderlineRows(matrix, chosen.clustering.labels).onTheFence;
 * show(md`On the fence: ${besideNull(here, onTheFence, formatShare)}.`);
 */
export async function figuresWithoutGroups<Set extends FigureSet>(
  matrix: Matrix,
  set: Set,
  options: WithoutGroupsOptions = {},
): Promise<Record<FigureNames[Set["kind"]], Float64Array>> {
  const { surrogates = 4, seed = 1, cache = true, ...run } = options;
  checkMatrix(matrix);
  if (!(Number.isInteger(surrogates) && surrogates > 0))
    throw new SegmentLabError("bad-option", `surrogates = ${surrogates}; give a whole number from 1`);
  const [rows, own] = [shareMatrix(matrix), matrixKey(matrix)];
  const tasks = Array.from({ length: surrogates }, (_, b) => {
    const facts = { set, seed, surrogate: seed + b };
    return { key: contentKey("figures", version, own, facts), input: { matrix: rows, ...facts } };
  });
  const kept = openKeptResults(keptFolder(cache, "clusterings"));
  const outcomes = await settleKeptTasks(figureTask, tasks, kept, run);
  const each = outcomes.map(({ value, error }) => {
    if (error) throw error;
    return value;
  });
  const names = Object.keys(each[0]!);
  const columns = names.map((name) => [name, Float64Array.from(each, (figures) => figures[name]!)]);
  return Object.fromEntries(columns) as Record<FigureNames[Set["kind"]], Float64Array>;
}
