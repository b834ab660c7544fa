import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where things are on this machine: effects come in through here, so that tests can put them elsewhere. */
export interface Workspace {
  /** The project's own folder, which holds data/ and reports/. */
  readonly root: string;
  /** Where the user stands: relative paths start there. */
  readonly userFolder: string;
  /** Derived files, safe to delete. */
  readonly cacheFolder: string;
}

/** The workspace that this library is part of. */
export function projectWorkspace(): Workspace {
  // from where the library is installed: the same whether this file runs as built or as written
  const root = join(dirname(createRequire(import.meta.url).resolve("segment-lab")), "..", "..");
  return {
    root,
    userFolder: process.env.INIT_CWD ?? process.cwd(),
    cacheFolder: process.env.SEGMENT_LAB_CACHE ?? join(root, "data", "cache"),
  };
}
