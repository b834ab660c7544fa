import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Notebook } from "../notebook.js";
import { type PageSummary, readSummary } from "../page-summary.js";

const folder = "segments";

/** Where a segment's page stands in the folder of the reports. */
export function segmentPath({ name }: Pick<Notebook, "name">): string {
  return `${folder}/${name}.html`;
}

/** What the index says of the segments' pages: those of this run, else those of an earlier one that stand in the folder. */
export function summarizeSegments(files: ReadonlyMap<string, string>, out: string): PageSummary[] {
  const own = [...files].filter(([path]) => path.startsWith(`${folder}/`)).map(([, page]) => page);
  const pages = own.length > 0 ? own : earlierPages(out).map(({ page }) => page);
  return pages.flatMap((page) => readSummary(page) ?? []);
}

/** Removes pages of segments that are no more, where this run has written pages of segments; other files stay. */
export function removeEarlierSegments(files: ReadonlyMap<string, string>, out: string): void {
  if (![...files.keys()].some((path) => path.startsWith(`${folder}/`))) return;
  for (const { path, page } of earlierPages(out))
    if (!files.has(path) && readSummary(page) !== null) rmSync(join(out, path));
}

function earlierPages(out: string): { readonly path: string; readonly page: string }[] {
  if (!existsSync(join(out, folder))) return [];
  const names = readdirSync(join(out, folder)).filter((name) => name.endsWith(".html"));
  return names
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, page: readFileSync(join(out, folder, name), "utf8") }));
}
