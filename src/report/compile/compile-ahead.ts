import type { Kernel } from "../kernel.js";
import type { CompiledCell } from "./compiled-cell.js";
import type { Compiler } from "./start-compiler.js";

/**
 * A kernel that is handed its cells compiled, the next one while one runs. A wrong guess costs nothing but time: a kernel
 * compiles itself what it was not handed.
 *
 * @param sources the cells in the order in which they will be run
 */
export function compileAhead(kernel: Kernel, compiler: Compiler, sources: readonly string[]): Kernel {
  let declarations = "";
  let turn = 0;
  let isWanted = true;
  let ahead: { readonly declarations: string; readonly source: string; readonly cell: Promise<CompiledCell | null> };
  const ask = (source: string): Promise<CompiledCell | null> => {
    if (ahead?.declarations !== declarations || ahead.source !== source) {
      ahead = { declarations, source, cell: compiler.compile(declarations, source) };
    }
    return ahead.cell;
  };
  return {
    ...kernel,
    execute: async (code, onPublish) => {
      const cell = isWanted ? await ask(code) : null;
      isWanted = cell !== null;
      if (!cell) return kernel.execute(code, onPublish);
      kernel.hand(declarations, code, cell);
      const before = declarations;
      const next = sources[++turn];
      declarations = cell.diagnostics.length > 0 ? before : (cell.declOutput ?? "");
      if (next !== undefined) void ask(next);
      const status = await kernel.execute(code, onPublish);
      // what a cell that failed has declared is not there
      if (status !== "ok") declarations = before;
      return status;
    },
  };
}
