import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SegmentLabError } from "../../src/core/errors.js";
import { writeCellStack } from "../../src/lab/cell-stack.js";
import { type Kernel, startKernel } from "../../src/report/kernel.js";

const cell = "evalmachine.<anonymous>";
const frame = (file: string, line: number, column = 1) => ({
  getFileName: () => file,
  getLineNumber: () => line,
  getColumnNumber: () => column,
  toString: () => `work (${file}:${line}:${column})`,
});

test("a stack keeps the frames inside cells, each with its line", () => {
  const frames = [frame("/home/ada/dist/src/core/matrix.js", 9), frame(cell, 2, 5), frame("node:internal/x", 1)];
  const source = "(async function(exports, require) { const a = 1;\nexports.b = (0, segment_lab_1.openSales)(a);\n})";
  expect(writeCellStack(new TypeError("no a"), frames, () => source)).toBe(
    `TypeError: no a\n    at b = openSales(a); (${cell}:2:5)`,
  );
  expect(writeCellStack(new TypeError("no a"), frames, () => null)).toBe(`TypeError: no a\n    at (${cell}:2:5)`);
});

test("an error of no cell keeps its whole stack", () => {
  expect(writeCellStack(new Error("late"), [frame("/x.js", 3)], () => null)).toBe(
    "Error: late\n    at work (/x.js:3:1)",
  );
});

test("an error tells in one line what caused it", () => {
  const error = new Error("no page", { cause: new RangeError("too far") });
  expect(writeCellStack(error, [frame(cell, 2)], () => null)).toBe(
    `Error: no page\n    at (${cell}:2:1)\n    because of RangeError: too far`,
  );
});

test("outside a kernel an error of ours is inspected with its code and its stack", () => {
  const text = inspect(new SegmentLabError("bad-value", "no row"));
  expect(text).toContain("SegmentLabError: no row");
  expect(text).toContain("cell-stack.test.ts");
  expect(text).toContain("code: 'bad-value'");
});

describe("in a kernel", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await startKernel("notebooks", { ...process.env, SEGMENT_LAB_DATA: "sample" });
    expect(await said('import { aq, cluster, createMatrix, openSales } from "segment-lab";')).toBe("");
  });
  afterAll(() => kernel.close());

  async function said(code: string): Promise<string> {
    let text = "";
    // after a failed cell tslab answers nothing for 0.2 s
    await new Promise((resolve) => setTimeout(resolve, 300));
    await kernel.execute(code, ({ content }) => {
      text += String(content.text ?? "");
    });
    return text.replace(/:\d+:\d+\)/g, ")");
  }

  test("a mistake is its message and the line of the cell", async () => {
    expect(await said('const lines: number = 3;\nconst sales = await openSales({ data: "nowhere.csv" });')).toBe(
      `SegmentLabError: no file nowhere.csv; give --data a path, or "sample" for the synthetic shop
    at const sales = await openSales({ data: "nowhere.csv" }); (${cell})\n`,
    );
    expect(await said('await cluster(createMatrix([[1, 2], [2, 3]]), "kmean", { k: 2 });')).toMatch(
      /^SegmentLabError: .*"kmean".*\n {4}at .*await cluster\(createMatrix.*\(evalmachine\.<anonymous>\)\n$/,
    );
  });

  test("another error says the line too, of a package's errors as well", async () => {
    const own = await said(
      "interface Row { readonly x: number }\nconst row = null as unknown as Row;\nconst x = row.x;",
    );
    expect(own).toBe(`TypeError: Cannot read properties of null (reading 'x')\n    at const x = row.x; (${cell})\n`);
    const theirs = await said('const t = aq.table({ a: [1] });\nt.select("nope");');
    expect(theirs).toBe(`Error: Unrecognized column: nope\n    at t.select("nope"); (${cell})\n`);
  });

  test("an error on an awaited line that nobody waited for before says its line", async () => {
    expect(await said('await new Promise((done) => setTimeout(done, 5));\nJSON.parse("{");')).toMatch(
      /^SyntaxError: .*\n {4}at JSON\.parse\("\{"\); \(evalmachine\.<anonymous>\)\n$/,
    );
  });
});
