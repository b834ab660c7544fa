import { resolve } from "node:path";
import { createCellProgram, ts } from "./tslab-compiler.js";

type Checker = import("typescript").TypeChecker;
type Type = import("typescript").Type;

/**
 * The places in a module's exports that tslab's compiler sees as `any`: exports, parameters, results and properties of
 * what our own declarations declare.
 *
 * @param module what a cell would import, such as "segment-lab"
 * @param folder where the cell would stand
 * @param home declarations below this folder are ours
 */
export function findAny(module: string, folder: string, home: string): string[] {
  const fileName = resolve(folder, "__cells__.ts");
  const program = createCellProgram(fileName, `import * as subject from "${module}";\nexport { subject };\n`);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(fileName)!;
  const problems = program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  if (problems.length > 0) return problems;
  const specifier = source.statements[0]!.getChildren(source).find(ts.isStringLiteral)!;
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(specifier)!);
  const found: string[] = [];
  const seen = new Set<Type>();
  const visit = (type: Type, path: string): void => {
    if (type.flags & ts.TypeFlags.Any) found.push(path);
    if (seen.has(type)) return;
    seen.add(type);
    for (const [part, name] of partsOf(checker, type, home)) visit(part, `${path}${name}`);
  };
  for (const symbol of exported) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (target.flags & ts.SymbolFlags.Value) visit(checker.getTypeOfSymbolAtLocation(target, source), symbol.name);
    if (target.flags & ts.SymbolFlags.Type) visit(checker.getDeclaredTypeOfSymbol(target), symbol.name);
  }
  if (exported.length === 0) found.push(`${module} exports nothing`);
  return found;
}

function partsOf(checker: Checker, type: Type, home: string): [Type, string][] {
  if (type.isUnionOrIntersection()) return type.types.map((part) => [part, ""]);
  const parts: [Type, string][] = [];
  if (type.flags & ts.TypeFlags.Object && "target" in type) {
    const inner = checker.getTypeArguments(type as import("typescript").TypeReference);
    parts.push(...inner.map((part): [Type, string] => [part, "<>"]));
  }
  const isOurs = (type.aliasSymbol ?? type.symbol)?.declarations?.some((place) =>
    place.getSourceFile().fileName.startsWith(home),
  );
  if (!isOurs) return parts;
  const typeAt = (symbol: import("typescript").Symbol): Type =>
    checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration ?? symbol.declarations![0]!);
  for (const property of type.getProperties()) {
    if (property.name !== "prototype" && property.declarations?.length)
      parts.push([typeAt(property), `.${property.name}`]);
  }
  for (const signature of type.getCallSignatures()) {
    for (const parameter of signature.getParameters()) parts.push([typeAt(parameter), `(${parameter.name})`]);
    parts.push([signature.getReturnType(), "()"]);
  }
  return parts;
}
