import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskRefusal } from "../../core/disk-refusal.js";
import { SegmentLabError } from "../../core/errors.js";

/**
 * Makes an empty folder for temporary files.
 *
 * @throws SegmentLabError `bad-file` where the system's folder for them takes none
 */
export async function makeScratch(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), "segment-lab-"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "it is not there" : (diskRefusal(error) ?? message);
    throw new SegmentLabError(
      "bad-file",
      `no temporary folder can be made in ${tmpdir()}: ${why}; let TMPDIR name another folder`,
      { cause: error },
    );
  }
}
