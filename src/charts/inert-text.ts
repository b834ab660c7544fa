/**
 * Makes a user's text safe where Vega-Lite builds expressions from it: it splices the titles of fields into tooltip
 * expressions and escapes only double quotes, so that a backslash in a column's name would end the string.
 */
export function inertText(text: string): string {
  return shortenText(text.replace(/[^\p{L}\p{M}\p{N} _.,:;()%£$€/+–—−-]/gu, "·"), 60);
}

/** Cuts text that would push everything else out of a chart. */
export function shortenText(text: string, letters: number): string {
  const characters = [...text];
  return characters.length <= letters ? text : `${characters.slice(0, letters - 1).join("")}…`;
}
