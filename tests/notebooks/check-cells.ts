import { dirname, join, resolve } from "node:path";
import { readNotebook } from "../../src/report/notebook.js";
import { createCellProgram, ts } from "./tslab-compiler.js";

/** Type errors of a notebook's code cells, as "cell 3, line 2: message"; its cells are checked as one module. */
export function checkCells(path: string): string[] {
  const cells = readNotebook(path).cells.filter(({ kind }) => kind === "code");
  const starts: number[] = [];
  let source = "export {};\n";
  for (const cell of cells) {
    starts.push(source.split("\n").length - 1);
    source += `${cell.source}\n;\n`;
  }
  const fileName = join(resolve(dirname(path)), "__cells__.ts");
  const program = createCellProgram(fileName, source);
  const diagnostics = [
    ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(program.getSourceFile(fileName)),
  ];
  return diagnostics.map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ").replace(/\s+/g, " ");
    if (!file || start === undefined) return text;
    const { line } = file.getLineAndCharacterOfPosition(start);
    const cell = starts.findLastIndex((first) => first <= line);
    return `cell ${cell + 1}, line ${line - starts[cell]! + 1}: ${text}`;
  });
}
