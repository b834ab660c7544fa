import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompiledCell, compiledName } from "./compiled-cell.js";
import { type Converter, type ConverterOptions, converterModule } from "./tslab-converter.js";

/**
 * Makes the tslab of this process take cells that were compiled for it, and read the declarations only once there is one
 * that was not.
 *
 * @param folder where compiled cells stand, each in the file that `compiledName` says
 */
export function lendCompiled(folder: string): void {
  const tslab = converterModule();
  const create = tslab.createConverter;
  tslab.createConverter = (options: ConverterOptions): Converter => {
    if (options.isJS || options.isBrowser) return create(options);
    let own: Converter | undefined;
    const made = (): Converter => {
      own ??= create(options);
      return own;
    };
    return {
      convert: (...cell) => readCompiled(join(folder, compiledName(...cell))) ?? made().convert(...cell),
      inspect: (...request) => made().inspect(...request),
      complete: (...request) => made().complete(...request),
      addModule: (...request) => made().addModule(...request),
      close: () => own?.close(),
    };
  };
}

function readCompiled(path: string): CompiledCell | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as CompiledCell;
  } catch {
    // not compiled beforehand
    return undefined;
  }
}
