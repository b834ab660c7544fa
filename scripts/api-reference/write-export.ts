import type { DocTag, PublicExport } from "./public-exports.js";

/**
 * One name of the reference as Markdown: declaration, prose, parameters, result, errors, example, source.
 *
 * @param places where other names stand, for links
 */
export function writeExport(one: PublicExport, places: ReadonlyMap<string, string>): string {
  const tags = (name: string): readonly DocTag[] => one.tags.filter(({ tag }) => tag === name);
  const parameters = tags("param").map(({ name, text }) => `- \`${name}\`: ${prose(text.replace(/^- /, ""))}`);
  const related = one.mentions.filter((name) => places.has(name)).map((name) => `[${name}](${places.get(name)})`);
  return [
    `## ${one.name}`,
    `\`\`\`ts\n${one.declaration}\n\`\`\``,
    prose(one.description),
    ...(parameters.length > 0 ? [parameters.join("\n")] : []),
    ...tags("returns").map(({ text }) => `**Returns** ${prose(text)}`),
    ...tags("throws").map(({ text }) => `**Throws** ${prose(text)}`),
    ...tags("example").map(({ text }) => `**Example**\n\n\`\`\`ts\n${exampleCode(text)}\n\`\`\``),
    [`Source: [${one.source}](../../${one.source})`, ...(related.length > 0 ? [`see ${related.join(", ")}`] : [])].join(
      "; ",
    ),
  ].join("\n\n");
}

/** The code of an `@example`, whether or not it stands in a fence. */
export function exampleCode(text: string): string {
  return /^```\w*\n([\s\S]*?)\n```$/.exec(text.trim())?.[1] ?? text.trim();
}

// a docstring is Markdown already, but for "<" outside of code
function prose(text: string): string {
  const escaped = text.split(/(`[^`]*`)/).map((part, i) => (i % 2 === 1 ? part : part.replace(/</g, "&lt;")));
  return escaped.join("").replace(/\s*\n\s*/g, " ");
}
