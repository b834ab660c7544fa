import type { Matrix } from "../../core/matrix.js";
import type { ThreadWork } from "../../core/threads/thread-work.js";
import { type FigureSet, groupFigures } from "./group-figures.js";
import { rememberedSurrogate } from "./remembered-surrogate.js";

/** Figures to measure on one set of rows without groups. */
export interface FigureTask {
  readonly matrix: Matrix;
  readonly set: FigureSet;
  readonly seed: number;
  readonly surrogate: number;
}

/** One task of `figuresWithoutGroups`, as a thread does it. */
export const figureTask: ThreadWork<FigureTask, Record<string, number>> = {
  module: "comparison/null/figure-task",
  name: "figureTask",
  label: "without groups",
  run: ({ matrix, set, seed, surrogate }, { signal }) => {
    const ids = Array.from({ length: matrix.rows }, (_, row) => String(row));
    return groupFigures({ ...rememberedSurrogate(matrix, surrogate), ids }, set, seed, signal ? { signal } : {});
  },
};
