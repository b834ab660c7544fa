// what the process of a compiler runs: one converter for the cells of all notebooks of its folder
import type { CompiledCell } from "./compiled-cell.js";
import type { CompileAnswer, CompileRequest } from "./start-compiler.js";
import { type Converter, converterModule } from "./tslab-converter.js";

const open = (): Converter => converterModule().createConverter({ isJS: false, isBrowser: false });
let converter: Converter | undefined = open();

// such a cell becomes a file for later ones, in the kernel's own converter
const becomesModule = /@(?:module|browser)\b/;

function compile(declarations: string, source: string): CompiledCell | null {
  if (becomesModule.test(source)) return null;
  converter ??= open();
  const cell = converter.convert(declarations, source);
  if (!cell.sideOutputs) return cell;
  // a converter gives what stands beside the notebook only once
  converter.close();
  converter = undefined;
  return null;
}

process.on("message", ({ id, declarations, source }: CompileRequest) => {
  const answer: CompileAnswer = { id, cell: compile(declarations, source) };
  process.send!(answer);
});
process.on("disconnect", () => process.exit());
