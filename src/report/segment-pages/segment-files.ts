import { contentKey, type KeptResults } from "../../core/kept-results.js";
import { runOnThreads } from "../../core/threads/run-on-threads.js";
import type { Notebook } from "../notebook.js";
import type { RunInputs } from "../page-inputs.js";
import { renderWork } from "../render-work.js";
import { segmentPath } from "./segments-folder.js";

/** Where the pages come from, and where they are kept. */
export interface SegmentFilesOptions {
  /** Makes the pages of segments; where left out there are none. */
  readonly segments?: () => Promise<readonly Notebook[]>;
  readonly run: RunInputs;
  readonly kept?: KeptResults;
  /** Whether pages that were kept are left alone. */
  readonly fresh?: boolean;
}

/** The segments' pages by where they stand: those that were kept, where they were made from the same, else new ones. */
export async function segmentFiles(options: SegmentFilesOptions): Promise<ReadonlyMap<string, string>> {
  const { segments, run, kept, fresh = false } = options;
  if (!segments) return new Map();
  const key = contentKey("segment pages", { ...run });
  const found = fresh ? undefined : await kept?.get(key);
  if (found instanceof Map) return found as ReadonlyMap<string, string>;
  const notebooks = await segments();
  // on the threads that have drawn the notebooks' pages, and have what draws at hand
  const tasks = notebooks.map((notebook) => ({ notebook, times: false, home: "../index.html" }));
  const pages = await runOnThreads(renderWork, tasks);
  const files = new Map(notebooks.map((notebook, i) => [segmentPath(notebook), pages[i]!]));
  await kept?.put(key, files);
  return files;
}
