import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPublicExports } from "../../scripts/api-reference/public-exports.js";
import { type AskedKernel, askKernel } from "./ask-kernel.js";

const exports = readPublicExports(process.cwd());
const half = (name: string) => name.slice(0, Math.ceil(name.length / 2));
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe("in a tslab kernel", () => {
  let kernel: AskedKernel;
  beforeAll(async () => {
    kernel = await askKernel("notebooks");
  });
  afterAll(() => kernel.close());

  test("hovering any public name shows its type, which is not any, and its docstring", async () => {
    const faults: string[] = [];
    for (const { name, kind, description } of exports) {
      const code = `import { ${name} } from "segment-lab";\n${kind === "type" ? `let x: ${name};` : name}`;
      const text = (await kernel.inspect(code, code.lastIndexOf(name) + 1)) ?? "";
      const declared = text.split("\n\n")[0]!;
      if (!text.startsWith("(alias) ") || !declared.includes(name)) faults.push(`${name}: ${text.slice(0, 80)}`);
      // arquero types the columns inside its own verbs so
      else if (name !== "op" && /(: |\||<)any\b/.test(declared)) faults.push(`${name} has any: ${declared}`);
      else if (!plain(text).includes(plain(description))) faults.push(`${name} lacks its docstring`);
    }
    expect(faults).toEqual([]);
  });

  test("hovering a function shows its parameters, its result and an example", async () => {
    const code = 'import { columnTree } from "segment-lab";\ncolumnTree';
    expect(await kernel.inspect(code, code.length - 3)).toBe(`(alias) function columnTree(correlations: {
    readonly columns: readonly string[];
    readonly values: Float64Array;
}): Promise<MergeTree | null>
import columnTree

Groups columns that say the same: average linkage of 1 − |r|, so that opposites count as the same.
@param correlations as \`correlations(matrix)\` gives them
a merge tree of the columns, for \`correlationHeatmap\`; null for fewer than two columns
const r = correlations(matrix);
show(correlationHeatmap(r, { tree: await columnTree(r) }));`);
  });

  test("completion offers every public name inside the import", async () => {
    const missing: string[] = [];
    for (const { name } of exports) {
      const code = `import { ${half(name)} } from "segment-lab";`;
      const offered = await kernel.complete(code, code.indexOf(" }"));
      if (!offered.includes(name)) missing.push(name);
    }
    expect(missing).toEqual([]);
  });

  test("completion offers every imported name in a cell", async () => {
    const missing: string[] = [];
    for (const { name, kind } of exports) {
      const code = `import { ${name} } from "segment-lab";\n${kind === "type" ? "let x: " : ""}${half(name)}`;
      if (!(await kernel.complete(code, code.length)).includes(name)) missing.push(name);
    }
    expect(missing).toEqual([]);
  });

  test("completion offers members and the values of an option", async () => {
    const member = 'import { openSales } from "segment-lab";\nconst sales = await openSales();\nsales.que';
    expect(await kernel.complete(member, member.length)).toEqual(["query"]);
    const column = 'import { openSales } from "segment-lab";\nconst [row] = (await openSales()).ledger;\nrow.cust';
    expect(await kernel.complete(column, column.length)).toEqual(["customers"]);
    const preset = 'import { prepareMatrix } from "segment-lab";\nprepareMatrix(null as never, "';
    expect(await kernel.complete(preset, preset.length)).toContain("rfm-plus");
  });
});
