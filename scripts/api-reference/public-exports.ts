import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** A tag of a docstring: `@param matrix rows × columns` is `{ tag: "param", name: "matrix", text: "rows × columns" }`. */
export interface DocTag {
  readonly tag: string;
  readonly name: string;
  readonly text: string;
}

/** A name that `import {…} from "segment-lab"` gives. */
export interface PublicExport {
  readonly name: string;
  readonly kind: "class" | "constant" | "function" | "type";
  /** The folder below src/ that it comes from; "tables" for what the barrel passes on. */
  readonly room: string;
  /** The source file, from the workspace's root. */
  readonly source: string;
  /** How it is declared, as TypeScript. */
  readonly declaration: string;
  readonly description: string;
  readonly tags: readonly DocTag[];
  /** The parameters of a function, in order. */
  readonly parameters: readonly string[];
  /** The type that a function gives back, as written. */
  readonly returns: string;
  /** The names that its declaration mentions. */
  readonly mentions: readonly string[];
}

/**
 * Reads the public names from the declarations that the build wrote, in the order of the barrel.
 *
 * @param root the workspace's folder; dist/ must be built
 */
export function readPublicExports(root: string): PublicExport[] {
  const home = resolve(root, "dist", "src");
  const barrel = join(home, "index.d.ts");
  const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  const program = ts.createProgram([barrel], { ...options, skipLibCheck: true, types: ["node"] });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(barrel)!)!;
  return checker.getExportsOfModule(module).map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const node = target.declarations![0]!;
    const file = relative(home, node.getSourceFile().fileName);
    const folder = dirname(file).split("/")[0]!;
    const call = ts.isFunctionDeclaration(node) ? node : null;
    return {
      name: symbol.name,
      kind: kindOf(node),
      room: folder === "." ? "tables" : folder,
      source: join("src", file).replace(/\.d\.ts$/, ".ts"),
      declaration: writeDeclaration(node),
      description: ts.displayPartsToString(target.getDocumentationComment(checker)),
      tags: target.getJsDocTags(checker).map(({ name, text = [] }) => readTag(name, text)),
      parameters: call?.parameters.map((parameter) => parameter.name.getText()) ?? [],
      returns: call?.type?.getText() ?? "",
      mentions: mentionsOf(node).filter((name) => name !== symbol.name),
    };
  });
}

function kindOf(node: ts.Node): PublicExport["kind"] {
  if (ts.isFunctionDeclaration(node)) return "function";
  if (ts.isClassDeclaration(node)) return "class";
  return ts.isVariableDeclaration(node) ? "constant" : "type";
}

function readTag(tag: string, text: readonly ts.SymbolDisplayPart[]): DocTag {
  const name = text.find(({ kind }) => kind === "parameterName")?.text ?? "";
  const rest = text.filter(({ kind }) => kind !== "parameterName").map((part) => part.text);
  return { tag, name, text: rest.join("").trim() };
}

function writeDeclaration(node: ts.Node): string {
  if (ts.isVariableDeclaration(node)) return `const ${node.getText()};`;
  if (ts.isClassDeclaration(node)) {
    const hidden = node.members.filter((member) => /^(private\b|#|\[)/.test(member.getText()));
    return withoutExport(hidden.reduce((text, member) => text.replace(member.getFullText(), ""), node.getText()));
  }
  const text = withoutExport(node.getText());
  if (!ts.isFunctionDeclaration(node) || text.length <= 100) return text;
  const types = node.typeParameters ? `<${node.typeParameters.map((one) => one.getText()).join(", ")}>` : "";
  const parameters = node.parameters
    .map((parameter) => `  ${parameter.getText().replace(/ {4}/g, "  ").replace(/\n/g, "\n  ")},\n`)
    .join("");
  return `function ${node.name!.text}${types}(\n${parameters}): ${node.type?.getText() ?? "void"};`;
}

const withoutExport = (text: string): string => text.replace(/^export (declare )?/, "").replace(/ {4}/g, "  ");

function mentionsOf(node: ts.Node): string[] {
  const found = new Set<string>();
  const visit = (part: ts.Node): void => {
    if (ts.isTypeReferenceNode(part)) found.add(part.typeName.getText());
    if (ts.isExpressionWithTypeArguments(part)) found.add(part.expression.getText());
    ts.forEachChild(part, visit);
  };
  visit(node);
  return [...found];
}
