import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Workspace } from "../src/sales/workspace.js";

/** An empty workspace in a temporary folder, removed after the tests of the file. */
export function scratchWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), "segment-lab-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return { root, userFolder: root, cacheFolder: join(root, "cache") };
}
