import { join } from "node:path";
import { projectWorkspace } from "../sales/workspace.js";

/** Where results are kept between runs: false for nowhere, a folder, or the workspace's own where left out. */
export type CacheOption = boolean | string;

/** The folder for one kind of results; null where nothing is kept. */
export function keptFolder(cache: CacheOption, kind: string): string | null {
  if (cache === false) return null;
  return join(cache === true ? projectWorkspace().cacheFolder : cache, kind);
}
