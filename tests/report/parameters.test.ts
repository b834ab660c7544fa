import fc from "fast-check";
import { expect, test } from "vitest";
import type { Notebook } from "../../src/report/notebook.js";
import { parameterLiteral } from "../../src/report/parameter-literal.js";
import { checkParameters, injectParameters, readParameters } from "../../src/report/parameters.js";
import { parseParameters } from "../../src/report/parse-parameters.js";
import { loadTypeScript } from "../../src/report/tslab-typescript.js";

const notebook: Notebook = {
  name: "04-test",
  cells: [
    { kind: "markdown", source: "# T", outputs: [], tags: ["parameters"] },
    {
      kind: "code",
      source:
        'let k: number = 4, low = -1;\nconst name = "a", preset: "rfm" | "all" = "rfm";\nlet isDeep = false;\nconst ks = [2, 3];',
      outputs: [],
      tags: ["parameters"],
    },
    { kind: "code", source: "k", outputs: [] },
  ],
};

test("parameters are the variables of the cell that is tagged so, typed as they are written or by their defaults", () => {
  expect(readParameters(notebook)).toEqual([
    { name: "k", kind: "number", initial: "4", type: "number" },
    { name: "low", kind: "number", initial: "-1", type: "number" },
    { name: "name", kind: "text", initial: '"a"', type: "string" },
    { name: "preset", kind: "text", initial: '"rfm"', type: '"rfm" | "all"' },
    { name: "isDeep", kind: "flag", initial: "false", type: "boolean" },
    { name: "ks", kind: "json", initial: "[2, 3]", type: "" },
  ]);
});

test("values follow the cell of the defaults in a cell of their own, and the notebook knows all of them", () => {
  const given = parseParameters(["k=5", "name=5", "preset=all", "isDeep=true", "ks=[4, 5]"]);
  const { cells, parameters } = injectParameters(notebook, given);
  expect(cells).toHaveLength(4);
  expect(cells[2]).toEqual({
    kind: "code",
    outputs: [],
    tags: ["injected-parameters"],
    source:
      '// given for this run with --param\nlet k: number = 5;\nlet name: string = "5";\nlet preset: "rfm" | "all" = "all";\nlet isDeep: boolean = true;\nlet ks = [4, 5];',
  });
  expect(parameters).toEqual({ k: "5", low: "-1", name: '"5"', preset: '"all"', isDeep: "true", ks: "[4, 5]" });
  expect(injectParameters(notebook, new Map()).cells).toEqual(notebook.cells);
});

test.each([
  [["k"], "--param k has no value; write --param k=5"],
  [["2k=1"], '--param 2k=1: "2k" is not a name; a parameter is named like a variable, such as k'],
  [
    ["k;process.exit()=1"],
    '--param k;process.exit()=1: "k;process.exit()" is not a name; a parameter is named like a variable, such as k',
  ],
  [["k=1", "k=2"], "--param k is given twice; give it once"],
])("%s is refused", (pairs, message) => {
  expect(() => parseParameters(pairs)).toThrow(message);
});

test.each([
  ["k=five", "--param k=five: k is a number, such as 4"],
  ["k=1e999", "--param k=1e999: k is a number, such as 4"],
  ["k=1;process.exit()", "--param k=1;process.exit(): k is a number, such as 4"],
  ["isDeep=yes", "--param isDeep=yes: isDeep is true or false, such as false"],
  ["ks=2,3", "--param ks=2,3: ks is written as JSON, such as [2, 3]"],
])("a value of another kind is refused: %s", (pair, message) => {
  expect(() => injectParameters(notebook, parseParameters([pair]))).toThrow(message);
});

test("a name that no notebook knows is refused, with those that there are", () => {
  const other = { name: "01-other", cells: [] };
  expect(() => checkParameters([other, notebook], parseParameters(["K=1"]))).toThrow(
    'no parameter "K"; there are k (04-test), low (04-test), name (04-test), preset (04-test), isDeep (04-test), ks (04-test)',
  );
  expect(() => checkParameters([other], parseParameters(["k=1"]))).toThrow('no parameter "k"; 01-other has none');
});

test("whatever a value holds, it is one literal that says the same", () => {
  const ts = loadTypeScript();
  const read = (source: string): unknown => {
    const { statements } = ts.createSourceFile("cell.ts", `(${source})`, ts.ScriptTarget.ES2022);
    expect(statements).toHaveLength(1);
    expect(source).toMatch(/^[\x20-\x7e]*$/);
    return new Function(`return (${source})`)();
  };
  const declared = { name: "p", initial: "0", type: "" };
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const quoted = JSON.stringify(text);
      expect(read(parameterLiteral({ ...declared, kind: "text" }, quoted))).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(read(parameterLiteral({ ...declared, kind: "json" }, text)))).toBe(
        JSON.stringify(JSON.parse(text)),
      );
    }),
  );
  const poisoned = read(parameterLiteral({ ...declared, kind: "json" }, '{"__proto__": {"a": 1}}')) as object;
  expect(Object.keys(poisoned)).toEqual(["__proto__"]);
});
