import { join } from "node:path";
import { contentKey, type KeptResults, openKeptResults } from "../../core/kept-results.js";
import type { Matrix } from "../../core/matrix.js";
import { projectWorkspace } from "../../sales/workspace.js";
import { type LayoutParameters, layoutEpochs } from "./umap-layout.js";

/** Raise it when a layout comes out otherwise, so that older ones are not taken for new ones. */
const version = 1;

/** The layout that was kept of such rows; nothing where none was, or where the file is damaged. */
export async function keptLayout(matrix: Matrix, parameters: LayoutParameters): Promise<Float64Array | undefined> {
  const layout = await keptMaps().get(keyOf(matrix, parameters));
  return layout instanceof Float64Array && layout.length === matrix.rows * 2 ? layout : undefined;
}

/** Keeps a layout; a disk that takes nothing only costs the next run its time. */
export async function keepLayout(matrix: Matrix, parameters: LayoutParameters, layout: Float64Array): Promise<void> {
  const maps = keptMaps();
  await maps.put(keyOf(matrix, parameters), layout);
  await maps.prune();
}

function keptMaps(): KeptResults {
  return openKeptResults(join(projectWorkspace().cacheFolder, "maps"), 50e6);
}

function keyOf({ data, columns }: Matrix, { neighbours, minDistance, seed }: LayoutParameters): string {
  return contentKey({ version, columns: columns.length, layoutEpochs, neighbours, minDistance, seed }, data);
}
