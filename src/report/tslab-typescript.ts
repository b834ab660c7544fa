import { createRequire } from "node:module";

export type TypeScript = typeof import("typescript");

/** The compiler that tslab compiles cells with; loaded on first use, since most runs need none. */
export function loadTypeScript(): TypeScript {
  const fromHere = createRequire(import.meta.url);
  return createRequire(fromHere.resolve("tslab"))("@tslab/typescript-for-tslab") as TypeScript;
}
