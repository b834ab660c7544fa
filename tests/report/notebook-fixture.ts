import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A cell of a notebook in a test: code, or prose when it starts with "md:". */
export function writeNotebook(folder: string, name: string, sources: readonly string[]): string {
  const cells = sources.map((source) =>
    source.startsWith("md:")
      ? { cell_type: "markdown", metadata: {}, source: source.slice(3) }
      : { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source },
  );
  const path = join(folder, `${name}.ipynb`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

/** A fresh folder in which notebooks find this project's packages. */
export function createNotebookFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "segment-lab-notebooks-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}
