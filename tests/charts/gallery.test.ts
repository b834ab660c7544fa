import { describe, expect, test } from "vitest";
import { gallery } from "./gallery.js";
import { type Drawn, render, titleOf } from "./render.js";

const charts = gallery(300);
const again = gallery(300);

// what a hostile file can put where a name is expected; each name keeps its own text, so that names stay apart
const attacks: Record<string, (text: string) => string> = {
  "markup that ends a script": (text) => `</script><img src=x onerror=alert(1)>${text}`,
  "quotes, brackets and dots of an expression": (text) => `datum.x]'"\`[0].${text}`,
  "a backslash before a quote": (text) => `${text}\\", evil: "\\`,
  "line breaks": (text) => `${text}\n\u2028\r\nsecond`,
  "alike but for their end": (text) => `${"the same beginning ".repeat(20)}${text}`,
  "a very long name": (text) => `${text} ${"long ".repeat(400)}`,
  "text from right to left": (text) => `שלום ${text} مرحبا \u202e`,
  "names of object properties": (text) => `__proto__ ${text}`,
};

describe.each(Object.keys(charts))("%s", (name) => {
  test("draws marks without a warning, with a title and a description", async () => {
    const chart = charts[name]!;
    const { marks, warnings } = await render(chart);
    expect(marks().length).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
    expect(titleOf(chart)).not.toBe("");
    expect(titleOf(chart)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(chart.description.length).toBeGreaterThan(40);
    expect(chart.$schema).toBe("https://vega.github.io/schema/vega-lite/v5.json");
  });

  test("comes out the same for the same input", () => {
    expect(JSON.stringify(again[name])).toBe(JSON.stringify(charts[name]));
  });
});

const plain = gallery(40);
const plainPlaces = new Map<string, { marks: number; places: number }>();

// names that fell together would put marks on the same place
function places(marks: readonly Drawn[]): { marks: number; places: number } {
  return {
    marks: marks.length,
    places: new Set(marks.map((mark) => `${mark.mark.marktype} ${mark.x} ${mark.y}`)).size,
  };
}

describe.each(Object.entries(attacks))("names that are %s", (_, attack) => {
  const attacked = gallery(40, attack);

  test.each(Object.keys(charts))("%s draws as many marks, in as many places, as with plain names", async (name) => {
    if (!plainPlaces.has(name)) plainPlaces.set(name, places((await render(plain[name]!)).marks()));
    const { marks, warnings } = await render(attacked[name]!);
    expect(places(marks())).toEqual(plainPlaces.get(name));
    expect(warnings).toEqual([]);
  });
});

describe("a name with characters that could end a string", () => {
  const attacked = gallery(40, (text) => `Zq'"\\]${text}`);

  test.each(Object.keys(charts))("stands in no expression of %s", async (name) => {
    const { compiled } = await render(attacked[name]!);
    const expressions = expressionsOf(compiled);
    expect(expressions.length).toBeGreaterThan(0);
    for (const expression of expressions) expect(expression).not.toMatch(/Zq['"\\\]]/);
  });
});

// every text that Vega parses as an expression
function expressionsOf(node: unknown, key = ""): string[] {
  if (typeof node === "string") return ["signal", "expr", "test", "update", "init", "as"].includes(key) ? [node] : [];
  if (Array.isArray(node)) return node.flatMap((one) => expressionsOf(one, key === "update" ? key : ""));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === "values" ? [] : expressionsOf(value, name)));
}
