import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import type { MimeBundle } from "./display.js";

type Send = (
  message: { data: MimeBundle; metadata: Readonly<Record<string, unknown>>; transient: { display_id?: string } },
  update?: boolean,
) => void;

// tslab's public display sends one form a call; the writer behind it takes a whole bundle
function findSend(): Send | null {
  if (!("__tslab__" in globalThis)) return null;
  const load = createRequire(import.meta.url);
  const { lastWriteDisplayData } = load("tslab/dist/jupyter.js") as { lastWriteDisplayData: Send | null };
  return lastWriteDisplayData;
}

/** Whether this code runs in a cell of a tslab kernel. */
export function isInKernel(): boolean {
  return findSend() !== null;
}

/** Sends a value to the notebook under the running cell; does nothing outside a kernel. */
export function sendToNotebook(data: MimeBundle, metadata: Readonly<Record<string, unknown>> = {}): void {
  findSend()?.({ data, metadata, transient: {} });
}

/** A place in the notebook's output that shows what it was sent last. */
export function createNotebookPlace(metadata: Readonly<Record<string, unknown>>): (data: MimeBundle) => void {
  const display_id = randomBytes(8).toString("hex");
  let isShown = false;
  return (data) => {
    findSend()?.({ data, metadata, transient: { display_id } }, isShown);
    isShown = true;
  };
}
