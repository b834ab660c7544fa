import { SourceMap, type SourceMapPayload } from "node:module";
import { declaredNames } from "./declared-names.js";
import { loadTypeScript, type TypeScript } from "./tslab-typescript.js";

/**
 * The line of a cell's source that a line of its compiled form came from. Tslab keeps no source maps, so the cell is
 * compiled once more as tslab does it: with the names that it declares exported, to CommonJS.
 *
 * @param compiledLine from 1, as in a stack trace's `evalmachine.<anonymous>:9:43`
 * @param compiledColumn from 1
 * @returns the line, from 1; null where it has none
 */
export function findCellLine(source: string, compiledLine: number, compiledColumn: number): number | null {
  const ts = loadTypeScript();
  const names = declaredNames(source);
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
    noImplicitUseStrict: true,
    sourceMap: true,
  };
  const { outputText, sourceMapText } = ts.transpileModule(`${source}\nexport {${names.join(", ")}}`, {
    compilerOptions,
  });
  if (!sourceMapText) return null;
  // a cell's last expression is exported too: its announcement is a line of its own where no name is declared
  const extra = outputText.split("\n").some((line) => line.endsWith(" = void 0;")) ? 0 : endsInExpression(ts, source);
  const map = new SourceMap(JSON.parse(sourceMapText) as SourceMapPayload);
  const entry = map.findEntry(compiledLine - 1 - extra, compiledColumn - 1);
  if (!("originalLine" in entry)) return null;
  return Math.min(entry.originalLine + 1, source.split("\n").length);
}

function endsInExpression(ts: TypeScript, source: string): number {
  const last = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022).statements.at(-1);
  return last && ts.isExpressionStatement(last) ? 1 : 0;
}
