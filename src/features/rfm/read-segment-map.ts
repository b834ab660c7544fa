import { readFile } from "node:fs/promises";
import { SegmentLabError } from "../../core/errors.js";
import { checkSegmentMap, type SegmentMap } from "./check-segment-map.js";

/**
 * Reads a segment map of one's own from a JSON file, for `rfmSegments(customers, { map })`.
 *
 * @param path the file: `{"segments": […], "cells": {"R5": [five names, V = 1 to 5], …, "R1": […]}}`
 * @returns the checked map
 * @throws SegmentLabError `file-missing`, `bad-file` for text that is no JSON, `bad-option` naming the cell that is empty or unknown
 * @example
 * const map = await readSegmentMap("my-segments.json");
 */
export async function readSegmentMap(path: string): Promise<SegmentMap> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new SegmentLabError("file-missing", `the segment map ${path} cannot be read; check the path`, { cause });
  }
  let loose: unknown;
  try {
    loose = JSON.parse(text);
  } catch (cause) {
    throw new SegmentLabError("bad-file", `the segment map ${path} is no JSON: ${(cause as Error).message}`, { cause });
  }
  try {
    return checkSegmentMap(loose);
  } catch (cause) {
    if (!(cause instanceof SegmentLabError)) throw cause;
    throw new SegmentLabError(cause.code, `${path}: ${cause.message}`, { cause });
  }
}
