import { symlink } from "node:fs/promises";
import { resolve } from "node:path";

/** A path to the same file that the engine does not take for a pattern: where the name would, a link to it. */
export async function plainlyNamed(path: string, scratchPath: string): Promise<string> {
  const full = resolve(path);
  if (!/[*?[\]{}]/.test(full)) return full;
  const link = `${scratchPath}.link`;
  await symlink(full, link);
  return link;
}
