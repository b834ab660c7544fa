import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkSegmentMap, standardSegmentMap } from "../../../src/features/rfm/check-segment-map.js";
import { readSegmentMap } from "../../../src/features/rfm/read-segment-map.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const { root } = scratchWorkspace();
const rest = ["Rest", "Rest", "Rest", "Rest", "Rest"];
const stars = {
  segments: ["Stars", "Rest"],
  cells: { R5: ["Rest", "Rest", "Rest", "Stars", "Stars"], R4: rest, R3: rest, R2: rest, R1: rest },
};

describe("a segment map", () => {
  it("is read from a JSON file, with segments of its own", async () => {
    const path = join(root, "stars.json");
    writeFileSync(path, JSON.stringify(stars));
    expect(await readSegmentMap(path)).toEqual(stars);
  });

  it("takes the eleven segments where it lists none, and ours passes", () => {
    expect(checkSegmentMap({ cells: standardSegmentMap.cells })).toEqual(standardSegmentMap);
  });

  const { R3: _, ...withoutRow } = stars.cells;
  it.each([
    [
      { ...stars, cells: { ...stars.cells, R2: ["Rest", "Rest", null, "Rest"] } },
      "no segment in cell R2 V3, R2 V5 of the segment map; all 25 cells, R1 to R5 by V1 to V5, need one",
    ],
    [{ ...stars, cells: withoutRow }, "no segment in cell R3 V1, R3 V2, R3 V3, R3 V4, R3 V5 of the segment map"],
    [
      { ...stars, cells: { ...stars.cells, R4: ["Rest", "Rest", "Rest", "Rest", "Starz"] } },
      'cell R4 V5 of the segment map names "Starz"; its segments are Stars, Rest',
    ],
    [
      { cells: stars.cells },
      'cell R1 V1 of the segment map names "Rest"; its segments are Champions, Loyal Customers,',
    ],
    [
      { ...stars, cells: { ...stars.cells, R4: [...rest, "Rest"] } },
      "row R4 of the segment map has 6 cells; it takes five",
    ],
    [
      { ...stars, cells: { ...stars.cells, R6: rest } },
      'the segment map has a row "R6"; its rows are R1, R2, R3, R4, R5',
    ],
    [{ ...stars, cells: { ...stars.cells, R1: "Rest" } }, "row R1 of the segment map is no list of five names"],
    [{ ...stars, cell: {} }, 'the segment map takes "segments" and "cells", not "cell"'],
    [{ ...stars, segments: ["Stars", "Rest", "Stars"] }, 'the segment map lists the segment "Stars" twice'],
    [
      { ...stars, segments: ["Stars", "new"] },
      'the segment map has a segment "new", which is kept for customers of one',
    ],
    [{ ...stars, segments: [] }, '"segments" of the segment map is no list of names'],
    [[], 'the segment map is no object with "cells"'],
  ])("is refused with a hole or an unknown segment: %#", (loose, message) => {
    expect(() => checkSegmentMap(loose)).toThrow(message);
  });

  it("is refused with its file's name", async () => {
    const path = join(root, "hole.json");
    writeFileSync(path, JSON.stringify({ ...stars, cells: { ...stars.cells, R2: [...rest.slice(1), ""] } }));
    await expect(readSegmentMap(path)).rejects.toThrow(`${path}: no segment in cell R2 V5 of the segment map`);
    writeFileSync(path, "{");
    await expect(readSegmentMap(path)).rejects.toThrow(`the segment map ${path} is no JSON: `);
    const missing = join(root, "none.json");
    await expect(readSegmentMap(missing)).rejects.toThrow(`the segment map ${missing} cannot be read; check the path`);
  });
});
