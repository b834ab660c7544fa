import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a notebook of code cells that JupyterLab opens with the workspace's kernel. */
export function writeLabNotebook(path: string, sources: readonly string[]): void {
  const cells = sources.map((source, i) => ({
    ...{ cell_type: "code", id: `cell-${i}`, execution_count: null, metadata: {}, outputs: [], source },
  }));
  const metadata = { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
}
