import { SegmentLabError } from "../core/errors.js";
import type { Cell, Notebook } from "./notebook.js";
import { type ParameterDeclaration, parameterLiteral } from "./parameter-literal.js";
import type { GivenParameters } from "./parse-parameters.js";
import { loadTypeScript } from "./tslab-typescript.js";

/** The tag of a cell whose variables are parameters, as papermill has it. */
const declaringTag = "parameters";

/** The tag of a cell that is not the notebook's own: it gives parameters the values of this run. */
export const injectedTag = "injected-parameters";

/** The parameters of a notebook: the variables of the first cell that is tagged `parameters`. */
export function readParameters({ cells }: Notebook): readonly ParameterDeclaration[] {
  const cell = cells.find(isDeclaring);
  if (!cell) return [];
  const ts = loadTypeScript();
  const file = ts.createSourceFile("cell.ts", cell.source, ts.ScriptTarget.ES2022, true);
  const declarations = file.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
  return declarations.flatMap(({ name, type, initializer }) => {
    if (!ts.isIdentifier(name) || !initializer) return [];
    const value = ts.isPrefixUnaryExpression(initializer) ? initializer.operand : initializer;
    const isFlag = value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
    const kind = ts.isNumericLiteral(value)
      ? "number"
      : ts.isStringLiteralLike(value)
        ? "text"
        : isFlag
          ? "flag"
          : "json";
    const inferred = { number: "number", text: "string", flag: "boolean", json: "" }[kind];
    return [{ name: name.text, kind, initial: initializer.getText(), type: type?.getText() ?? inferred }] as const;
  });
}

/**
 * Gives parameters other values: a cell with them follows the one that declares them. Names that the notebook does not
 * know are left out; `checkParameters` refuses what no notebook knows.
 *
 * @throws SegmentLabError `bad-option` for a value of another kind than the default
 */
export function injectParameters(notebook: Notebook, given: GivenParameters): Notebook {
  const declared = readParameters(notebook);
  if (declared.length === 0) return notebook;
  const written = new Map<string, string>();
  const lines: string[] = [];
  for (const declaration of declared) {
    const text = given.get(declaration.name);
    written.set(declaration.name, text === undefined ? declaration.initial : parameterLiteral(declaration, text));
    const type = declaration.type === "" ? "" : `: ${declaration.type}`;
    if (text !== undefined) lines.push(`let ${declaration.name}${type} = ${written.get(declaration.name)};`);
  }
  const parameters = Object.fromEntries(written);
  if (lines.length === 0) return { ...notebook, parameters };
  const source = ["// given for this run with --param", ...lines].join("\n");
  const injected: Cell = { kind: "code", source, outputs: [], tags: [injectedTag] };
  const at = notebook.cells.findIndex(isDeclaring) + 1;
  const cells = [...notebook.cells.slice(0, at), injected, ...notebook.cells.slice(at)];
  return { ...notebook, cells, parameters };
}

/**
 * Checks that each name is a parameter of one of the notebooks at least.
 *
 * @throws SegmentLabError `bad-option` with the names that there are
 */
export function checkParameters(notebooks: readonly Notebook[], given: GivenParameters): void {
  const known = notebooks.flatMap((notebook) =>
    readParameters(notebook).map(({ name }) => ({ name, of: notebook.name })),
  );
  for (const name of given.keys()) {
    if (known.some((one) => one.name === name)) continue;
    const names = known.map((one) => `${one.name} (${one.of})`).join(", ");
    const choice = names === "" ? `${notebooks.map((one) => one.name).join(", ")} has none` : `there are ${names}`;
    throw new SegmentLabError("bad-option", `no parameter "${name}"; ${choice}`);
  }
}

function isDeclaring({ kind, tags }: Cell): boolean {
  return kind === "code" && (tags ?? []).includes(declaringTag);
}
