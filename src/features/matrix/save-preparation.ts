import { readFile } from "node:fs/promises";
import { SegmentLabError } from "../../core/errors.js";
import { writeAtomically } from "../../core/write-atomically.js";
import { checkPreparation } from "./check-preparation.js";
import type { Preparation } from "./preparation.js";

const format = "segment-lab preparation";
/** Grows when a file of an older version could no longer be read as it was meant. */
const version = 1;

/**
 * Writes a preparation as JSON, so that next month's customers are prepared as these were.
 *
 * @param preparation as `prepareMatrix(…).preparation`
 * @param path where the file is to stand; an earlier one is replaced as a whole
 * @returns when the file stands
 */
export async function savePreparation(preparation: Preparation, path: string): Promise<void> {
  await writeAtomically(path, `${JSON.stringify({ format, version, preparation })}\n`);
}

/**
 * Reads a preparation that `savePreparation` wrote, and checks every part of it.
 *
 * @param path the file
 * @returns a preparation that works to the last digit as the one that was saved
 * @throws SegmentLabError `file-missing`, or `bad-file` naming what is wrong
 */
export async function loadPreparation(path: string): Promise<Preparation> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new SegmentLabError("file-missing", `no preparation can be read from ${path}; check the path`, { cause });
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (cause) {
    throw new SegmentLabError("bad-file", `${path} is no JSON; save the preparation again`, { cause });
  }
  const { format: own, version: ownVersion, preparation } = Object(file) as Record<string, unknown>;
  if (own !== format)
    throw new SegmentLabError("bad-file", `${path} holds no preparation; give one that savePreparation wrote`);
  if (ownVersion !== version) {
    throw new SegmentLabError(
      "bad-file",
      `${path} is of version ${JSON.stringify(ownVersion)}, not ${version}; save the preparation again`,
    );
  }
  return checkPreparation(preparation, path);
}
