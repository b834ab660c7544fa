import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CompiledCell } from "./compiled-cell.js";

/** Compiles cells for several kernels, which would each spend seconds on reading the same declarations. */
export interface Compiler {
  /** Null where the kernel had better compile the cell itself, and the notebook's later ones. */
  compile(declarations: string, source: string): Promise<CompiledCell | null>;
  close(): void;
}

/** A cell to compile. */
export interface CompileRequest {
  readonly id: number;
  readonly declarations: string;
  readonly source: string;
}

/** What became of it. */
export interface CompileAnswer {
  readonly id: number;
  readonly cell: CompiledCell | null;
}

/** Nobody waits longer for what others may have asked: kernels compile as well. */
const mostSeconds = 30;

/**
 * Starts a process that compiles cells.
 *
 * @param folder the notebooks' folder, from which cells import
 */
export function startCompiler(folder: string): Compiler {
  const child = fork(entryFile(), [], { cwd: folder, execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const waiting = new Map<number, (cell: CompiledCell | null) => void>();
  let isOpen = true;
  let asked = 0;
  const close = (): void => {
    isOpen = false;
    child.kill("SIGKILL");
    for (const give of waiting.values()) give(null);
    waiting.clear();
  };
  child.on("message", ({ id, cell }: CompileAnswer) => {
    waiting.get(id)?.(cell);
    waiting.delete(id);
  });
  child.once("error", close).once("exit", close);
  // waiting for cells keeps no process alive
  child.unref();
  child.channel?.unref();
  return {
    compile: async (declarations, source) => {
      if (!isOpen) return null;
      const id = asked++;
      let late: NodeJS.Timeout | undefined;
      const answer = new Promise<CompiledCell | null>((resolve) => {
        waiting.set(id, resolve);
        late = setTimeout(close, 1000 * mostSeconds);
      });
      const request: CompileRequest = { id, declarations, source };
      child.send(request, (error) => error && close());
      return answer.finally(() => clearTimeout(late));
    },
    close,
  };
}

/** As built: no TypeScript of ours is read. */
function entryFile(): string {
  const library = dirname(createRequire(import.meta.url).resolve("segment-lab"));
  return join(library, "report", "compile", "compiler-entry.js");
}
