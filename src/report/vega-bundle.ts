import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { pageScript } from "./page-script.js";

const builds = [
  ["vega", "vega.min.js"],
  ["vega-lite", "vega-lite.min.js"],
  ["vega-embed", "vega-embed.min.js"],
] as const;

/** What a page can run, and nothing else: each part is allowed by its hash. */
export interface PageScript {
  /** Runs at once. */
  readonly page: string;
  /** Vega, Vega-Lite and vega-embed, gzip in base64, unpacked by `page` when the first figure comes into view. */
  readonly library: string;
  /** Of the unpacked library: SHA-256 in base64, as a policy writes it. */
  readonly libraryHash: string;
}

/** The script of the pages: ours, and vega, vega-lite and vega-embed as their makers built them. */
export function readPageScript(): PageScript {
  const resolve = createRequire(import.meta.url).resolve;
  const libraries = builds.map(([name, file]) => {
    const source = readFileSync(join(dirname(resolve(name)), file), "utf8");
    return source.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  });
  // such text would end the script's element or open a comment in it
  if (/<\/?script|<!--/i.test(pageScript))
    throw new Error("the page's script holds text that cannot stand inside a script element");
  const library = libraries.join(";\n");
  return {
    page: pageScript,
    library: gzipSync(library, { level: 9 }).toString("base64"),
    libraryHash: createHash("sha256").update(library).digest("base64"),
  };
}
