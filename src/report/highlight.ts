import highlighter from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";

highlighter.registerLanguage("typescript", typescript);

/** TypeScript as HTML with `hljs-…` classes; everything in it is escaped. */
export function highlight(source: string): string {
  return highlighter.highlight(source, { language: "typescript" }).value;
}
