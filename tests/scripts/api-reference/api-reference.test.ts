import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apiPages } from "../../../scripts/api-reference/api-pages.js";
import { type PublicExport, readPublicExports } from "../../../scripts/api-reference/public-exports.js";
import { checkExamples } from "./check-examples.js";
import { exampleNames } from "./example-names.js";

const exports = readPublicExports(process.cwd());
const pages = apiPages(exports);
const folder = join("docs", "api");

describe("docs/api", () => {
  test("is what the docstrings say (npm run docs writes it anew)", () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    const stale = [...pages].filter(([name, text]) => readFileSync(join(folder, name), "utf8") !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  test("has each public name once, in the index and on its room's page", () => {
    const headings = [...pages].flatMap(([name, text]) =>
      name === "README.md" ? [] : [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1]!),
    );
    expect(headings.sort()).toEqual(exports.map(({ name }) => name).sort());
    const index = [...pages.get("README.md")!.matchAll(/^- \[`(.*?)`\]/gm)].map((match) => match[1]!);
    expect(index.sort()).toEqual(headings);
  });

  test("leads nowhere where nothing is", () => {
    const anchors = new Set([...pages].flatMap(([name, text]) => anchorsOf(text).map((slug) => `${name}#${slug}`)));
    const links = [...pages.values()].flatMap((text) => [...text.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]!));
    const dead = links.filter((link) =>
      link.includes("#") ? !anchors.has(link) : !pages.has(link) && !existsSync(join(folder, link)),
    );
    expect(links.length).toBeGreaterThan(exports.length);
    expect(dead).toEqual([]);
  });

  test("writes a name with its declaration, its tags and what it mentions", () => {
    const page = apiPages([shown, { ...shown, name: "Shown", kind: "type", tags: [], mentions: [] }]).get("lab.md")!;
    expect(page.split("## Shown")[0]).toContain(`## shown

\`\`\`ts
function shown(value: Shown): string;
\`\`\`

Gives \`a < b\` for a &lt; b.

- \`value\`: what to show

**Returns** a text

**Throws** SegmentLabError \`bad-value\`

**Example**

\`\`\`ts
shown(value);
\`\`\`

Source: [src/lab/shown.ts](../../src/lab/shown.ts); see [Shown](lab.md#shown-1)
`);
  });
});

describe("docstrings", () => {
  test("say of every public name what it is", () => {
    expect(exports.filter(({ description }) => description.trim() === "").map(({ name }) => name)).toEqual([]);
  });

  test("say of every function what each parameter is and what comes back", () => {
    const lacking = exports
      .filter(({ kind }) => kind === "function")
      .flatMap(({ name, parameters, returns, tags }) => {
        const told = tags.filter(({ tag, text }) => tag === "param" && text !== "").length;
        const isTold = returns === "void" || tags.some(({ tag, text }) => tag === "returns" && text !== "");
        if (told < parameters.length) return [`${name}: ${told} of ${parameters.length} parameters`];
        return isTold ? [] : [`${name}: @returns`];
      });
    expect(lacking).toEqual([]);
  });

  test("have examples that type-check in a notebook's cell", () => {
    expect(exports.flatMap(({ tags }) => tags.filter(({ tag }) => tag === "example")).length).toBeGreaterThan(50);
    expect(checkExamples(exports, exampleNames)).toEqual([]);
  });

  test("are found out where an example is wrong", () => {
    const wrong = ["show(1, 2)", "show(nothing)", "const own = 1; show({ own, seed })"].map((text, i) => ({
      ...shown,
      name: ["show", "md", "html"][i]!,
      tags: [{ tag: "example", name: "", text }],
    }));
    expect(checkExamples(wrong, "declare const seed: number;")).toEqual([
      "show: Type '2' has no properties in common with type 'TableOptions'.",
      "md: Cannot find name 'nothing'.",
      "html: write seed: seed",
    ]);
  });
});

const shown: PublicExport = {
  name: "shown",
  kind: "function",
  room: "lab",
  source: "src/lab/shown.ts",
  declaration: "function shown(value: Shown): string;",
  description: "Gives `a < b` for\na < b.",
  tags: [
    { tag: "param", name: "value", text: "what to show" },
    { tag: "returns", name: "", text: "a text" },
    { tag: "throws", name: "", text: "SegmentLabError `bad-value`" },
    { tag: "example", name: "", text: "```ts\nshown(value);\n```" },
  ],
  parameters: ["value"],
  returns: "string",
  mentions: ["Shown", "string"],
};

/** The anchors of a page's headings as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const taken = new Map<string, number>();
  return [...text.matchAll(/^#+ (.*)$/gm)].map((match) => {
    const slug = match[1]!
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/, "$1")
      .replace(/[^\w -]/g, "")
      .replace(/ /g, "-");
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    return before > 0 ? `${slug}-${before}` : slug;
  });
}
