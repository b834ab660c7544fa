import { loadTypeScript } from "./tslab-typescript.js";

type Node = import("typescript").Node;

/** The names that a cell declares for the cells after it: variables, functions, classes, enums and imports. */
export function declaredNames(source: string): string[] {
  const ts = loadTypeScript();
  const names: string[] = [];
  const add = (name: Node | undefined): void => {
    if (!name) return;
    if (ts.isIdentifier(name)) names.push(name.text);
    else if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
    }
  };
  for (const statement of ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022).statements) {
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) add(declaration.name);
    } else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement)
    ) {
      add(statement.name);
    } else if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      add(clause?.name);
      const bindings = clause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) add(bindings.name);
      else for (const element of bindings?.elements ?? []) add(element.name);
    }
  }
  return names;
}
