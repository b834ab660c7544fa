import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { drawFigures } from "./draw-figures.js";
import { listCustomers } from "./list-customers.js";

const builds = [
  ["vega", "vega.min.js"],
  ["vega-lite", "vega-lite.min.js"],
  ["vega-embed", "vega-embed.min.js"],
] as const;

/** The one script of a page: vega, vega-lite and vega-embed as their makers built them, then ours. */
export function readPageScript(): string {
  const resolve = createRequire(import.meta.url).resolve;
  const libraries = builds.map(([name, file]) => {
    const source = readFileSync(join(dirname(resolve(name)), file), "utf8");
    return source.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  });
  const script = [...libraries, listCustomers, drawFigures].join(";\n");
  // such text would end the script's element or open a comment in it
  if (/<\/?script|<!--/i.test(script))
    throw new Error("a vega build holds text that cannot stand inside a script element");
  return script;
}
