import { readFileSync } from "node:fs";

/** What package.json says of this package. */
export const packageFacts: { readonly version: string; readonly dependencies: Readonly<Record<string, string>> } =
  readFacts();

/** This package's version. */
export const version: string = packageFacts.version;

function readFacts(): { version: string; dependencies: Record<string, string> } {
  // one folder deeper when compiled: dist/src/core
  for (const path of ["../../package.json", "../../../package.json"]) {
    try {
      const facts = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as {
        name: string;
        version: string;
        dependencies: Record<string, string>;
      };
      if (facts.name === "segment-lab") return facts;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("no package.json of segment-lab above this file");
}
