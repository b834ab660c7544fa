import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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
  const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
  return {
    root,
    userFolder: process.env.INIT_CWD ?? process.cwd(),
    cacheFolder: process.env.SEGMENT_LAB_CACHE ?? join(root, "data", "cache"),
  };
}
