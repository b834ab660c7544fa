import { createRequire } from "node:module";
import type { CompiledCell } from "./compiled-cell.js";

/** tslab's compiler of cells, which needs two seconds to read the declarations of Node and of the library. */
export interface Converter {
  convert(declarations: string, source: string): CompiledCell;
  inspect(...request: readonly unknown[]): unknown;
  complete(...request: readonly unknown[]): unknown;
  addModule(...request: readonly unknown[]): unknown;
  close(): void;
}

export interface ConverterOptions {
  readonly isJS: boolean;
  readonly isBrowser: boolean;
}

interface ConverterModule {
  createConverter: (options: ConverterOptions) => Converter;
}

/** The module from which all of tslab takes its converters; what is set in it holds for them. */
export function converterModule(): ConverterModule {
  return createRequire(import.meta.url)("tslab/dist/converter.js") as ConverterModule;
}
