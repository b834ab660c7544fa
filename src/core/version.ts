import { readFileSync } from "node:fs";

/** This package's version, as package.json has it. */
export const version: string = readVersion();

function readVersion(): string {
  // one folder deeper when compiled: dist/src/core
  for (const path of ["../../package.json", "../../../package.json"]) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as {
        name: string;
        version: string;
      };
      if (name === "segment-lab") return found;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("no package.json of segment-lab above this file");
}
