import { existsSync } from "node:fs";

/** The Chromium that the browser tests drive: what CHROMIUM names, else Debian's; null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const path = env.CHROMIUM ?? "/usr/bin/chromium";
  return existsSync(path) ? path : null;
}
