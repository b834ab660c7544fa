import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { diskRefusal } from "../../core/disk-refusal.js";
import type { Matrix } from "../../core/matrix.js";
import { writeAtomically } from "../../core/write-atomically.js";
import { projectWorkspace } from "../../sales/workspace.js";
import { type LayoutParameters, layoutEpochs } from "./umap-layout.js";

/** Raise it when a layout comes out otherwise, so that older ones are not taken for new ones. */
const version = 1;

/** The layout that was kept of such rows; nothing where none was, or where the file is damaged. */
export async function keptLayout(matrix: Matrix, parameters: LayoutParameters): Promise<Float64Array | undefined> {
  try {
    const bytes = await readFile(pathOf(matrix, parameters));
    if (bytes.byteLength !== matrix.rows * 16) return undefined;
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Keeps a layout; a disk that takes nothing only costs the next run its time. */
export async function keepLayout(matrix: Matrix, parameters: LayoutParameters, layout: Float64Array): Promise<void> {
  try {
    await writeAtomically(pathOf(matrix, parameters), new Uint8Array(layout.buffer));
  } catch (error) {
    if (diskRefusal(error) === undefined) throw error;
  }
}

function pathOf({ data, columns }: Matrix, { neighbours, minDistance, seed }: LayoutParameters): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([version, columns.length, layoutEpochs, neighbours, minDistance, seed]))
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return join(projectWorkspace().cacheFolder, `umap-${hash.digest("hex").slice(0, 24)}.bin`);
}
