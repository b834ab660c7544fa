import { SegmentLabError } from "../../core/errors.js";
import { checkSegmentNames } from "./check-segment-names.js";
import { rfmSegmentMap, rfmSegmentNames } from "./segment-map.js";

/** The rows of a segment map, by recency score. */
export type SegmentMapRow = "R1" | "R2" | "R3" | "R4" | "R5";

/** A segment map as data, in the shape of its JSON file: all 25 cells of R and V = ceil((F + M) / 2) have a segment. */
export interface SegmentMap {
  /** The segments in their order, best first. */
  readonly segments: readonly string[];
  /** Five names a row, those of V = 1 to 5. */
  readonly cells: Readonly<Record<SegmentMapRow, readonly string[]>>;
}

const rows: readonly SegmentMapRow[] = ["R1", "R2", "R3", "R4", "R5"];

/** Our own map of the eleven segments, in the shape that `checkSegmentMap` takes: a start for one of your own. */
export const standardSegmentMap: SegmentMap = {
  segments: rfmSegmentNames,
  cells: {
    R5: rfmSegmentMap[4]!,
    R4: rfmSegmentMap[3]!,
    R3: rfmSegmentMap[2]!,
    R2: rfmSegmentMap[1]!,
    R1: rfmSegmentMap[0]!,
  },
};

/**
 * Checks a segment map of one's own: every cell of the five recency scores R and the five value scores V has a segment,
 * and each is one of the map's `segments`, or of the eleven where it lists none.
 *
 * @param loose as JSON has it: `{"segments": ["Stars", "Rest"], "cells": {"R5": ["Rest", "Rest", "Stars", "Stars", "Stars"], …}}`,
 *   `segments` in the order to show them, each row the names of V = 1 to 5
 * @returns the map, exact
 * @throws SegmentLabError `bad-option` naming the cells that are empty or the cell whose segment is unknown
 */
export function checkSegmentMap(loose: unknown): SegmentMap {
  if (!isObject(loose) || !isObject(loose.cells)) throw bad('the segment map is no object with "cells"');
  const stray = Object.keys(loose).find((key) => key !== "segments" && key !== "cells");
  if (stray !== undefined) throw bad(`the segment map takes "segments" and "cells", not "${stray}"`);
  const segments = loose.segments === undefined ? rfmSegmentNames : checkSegmentNames(loose.segments, "segment map");
  const given = loose.cells;
  const extra = Object.keys(given).find((key) => !(rows as readonly string[]).includes(key));
  if (extra !== undefined) throw bad(`the segment map has a row "${extra}"; its rows are ${rows.join(", ")}`);
  const holes: string[] = [];
  const cells = rows.map((row): [SegmentMapRow, string[]] => {
    const names: unknown = Object.hasOwn(given, row) ? given[row] : [];
    if (!Array.isArray(names)) throw bad(`row ${row} of the segment map is no list of five names`);
    if (names.length > 5) throw bad(`row ${row} of the segment map has ${names.length} cells; it takes five, V1 to V5`);
    return [row, Array.from({ length: 5 }, (_, i) => cellOf(names[i], `${row} V${i + 1}`, segments, holes))];
  });
  if (holes.length > 0)
    throw bad(
      `no segment in cell ${holes.join(", ")} of the segment map; all 25 cells, R1 to R5 by V1 to V5, need one`,
    );
  return { segments, cells: Object.fromEntries(cells) as Record<SegmentMapRow, string[]> };
}

function cellOf(name: unknown, cell: string, segments: readonly string[], holes: string[]): string {
  if (name === undefined || name === null || name === "") {
    holes.push(cell);
    return "";
  }
  if (typeof name !== "string" || !segments.includes(name))
    throw bad(`cell ${cell} of the segment map names ${JSON.stringify(name)}; its segments are ${segments.join(", ")}`);
  return name;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bad(message: string): SegmentLabError {
  return new SegmentLabError("bad-option", message);
}
