import { resolve } from "node:path";
import type { PublicExport } from "../../../scripts/api-reference/public-exports.js";
import { exampleCode } from "../../../scripts/api-reference/write-export.js";
import { createCellProgram, type Program, ts } from "../../notebooks/tslab-compiler.js";

type Node = import("typescript").Node;

/**
 * What is wrong with the `@example` blocks, as "show: message": each is compiled strictly by tslab's compiler as if it
 * stood in a notebook that imports every public name and has what `names` declares.
 */
export function checkExamples(
  exports: readonly Pick<PublicExport, "name" | "kind" | "tags">[],
  names: string,
): string[] {
  const fileName = resolve("notebooks", "__examples__.ts");
  const imported = exports.map(({ name, kind }) => (kind === "type" ? `type ${name}` : name));
  let source = `import { ${imported.join(", ")} } from "segment-lab";\n${names}\n`;
  const starts: { from: number; name: string }[] = [];
  for (const { name, tags } of exports) {
    for (const { text } of tags.filter(({ tag }) => tag === "example")) {
      starts.push({ from: source.length, name });
      source += `export async function example${starts.length}() {\n${exampleCode(text)}\n}\n`;
    }
  }
  const program = createCellProgram(fileName, source);
  const file = program.getSourceFile(fileName)!;
  const placeOf = (position = 0) => starts.findLast(({ from }) => from <= position)?.name ?? "the names of examples";
  const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return [
    ...errors.map(({ start, messageText }) => {
      return `${placeOf(start)}: ${ts.flattenDiagnosticMessageText(messageText, " ").replace(/\s+/g, " ")}`;
    }),
    ...findShortForms(program, fileName).map((node) => `${placeOf(node.pos)}: write ${node.text}: ${node.text}`),
  ];
}

/** `{ seed }` for a name from an earlier cell, which the kernel does not see. */
function findShortForms(program: Program, fileName: string): { readonly pos: number; readonly text: string }[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(fileName)!;
  const found: { pos: number; text: string }[] = [];
  const visit = (node: Node): void => {
    if (ts.isShorthandPropertyAssignment(node)) {
      const declared = checker.getShorthandAssignmentValueSymbol(node)?.valueDeclaration;
      if (declared?.parent.parent.parent === file) found.push({ pos: node.pos, text: node.name.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
