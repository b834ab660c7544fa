import { resolve } from "node:path";
import { type Compiler, startCompiler } from "./start-compiler.js";

/** One compiler for each folder of notebooks, started when it is first asked for. */
export interface Compilers {
  readonly of: (folder: string) => Compiler;
  readonly close: () => void;
}

/** Opens the compilers of a run, none of which outlives it. */
export function openCompilers(): Compilers {
  const started = new Map<string, Compiler>();
  return {
    of: (folder) => {
      const key = resolve(folder);
      const compiler = started.get(key) ?? startCompiler(key);
      started.set(key, compiler);
      return compiler;
    },
    close: () => {
      for (const compiler of started.values()) compiler.close();
    },
  };
}
