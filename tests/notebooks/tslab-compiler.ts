import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export type TypeScript = typeof import("typescript");
export type Program = import("typescript").Program;

const require = createRequire(import.meta.url);

/** The TypeScript that tslab compiles cells with. */
export const ts = createRequire(require.resolve("tslab"))("@tslab/typescript-for-tslab") as TypeScript;

/** A program of one virtual file, with tslab's options (tslab/dist/converter.js) and `strict`. */
export function createCellProgram(fileName: string, source: string): Program {
  const options = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    declaration: true,
    newLine: ts.NewLineKind.LineFeed,
    noImplicitUseStrict: true,
    experimentalDecorators: true,
    resolveJsonModule: true,
    jsx: ts.JsxEmit.React,
    typeRoots: [resolve("node_modules/@types")],
    types: ["node"],
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    rootDir: dirname(fileName),
    outDir: join(dirname(fileName), "outDir"),
    strict: true,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (path) => path === fileName || fileExists.call(host, path);
  host.readFile = (path) => (path === fileName ? source : readFile.call(host, path));
  host.getSourceFile = (path, ...rest) =>
    path === fileName ? ts.createSourceFile(path, source, rest[0]) : getSourceFile.call(host, path, ...rest);
  return ts.createProgram([fileName], options, host);
}
