import type { ThreadWork } from "../core/threads/thread-work.js";
import { markNotebook } from "./mark-notebook.js";
import type { Notebook } from "./notebook.js";
import { renderPage } from "./render-page.js";
import { readPageScript } from "./vega-bundle.js";

/** A notebook that was run, to be made a page of. */
export interface RenderTask {
  readonly notebook: Notebook;
  readonly times: boolean;
  /** Where the index is, seen from the page; beside it where left out. */
  readonly home?: string;
}

/** Makes a page of a notebook, for a thread: drawing takes seconds, and meanwhile kernels must be listened to. */
export const renderWork: ThreadWork<RenderTask, string> = {
  module: "report/render-work",
  name: "renderWork",
  label: "drawing pages",
  run: async ({ notebook, ...shown }) => renderPage(markNotebook(notebook), { script: readPageScript(), ...shown }),
};
