import { contentKey, type KeptResults } from "../../core/kept-results.js";
import type { Notebook } from "../notebook.js";
import type { RunInputs } from "../page-inputs.js";
import { renderPage } from "../render-page.js";
import { readPageScript } from "../vega-bundle.js";
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
  const script = readPageScript();
  const files = new Map<string, string>();
  for (const page of await segments())
    files.set(segmentPath(page), await renderPage(page, { script, home: "../index.html" }));
  await kept?.put(key, files);
  return files;
}
