// marks that turn the text around them, and what ends a line
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A text of the shop's as it may stand inside a line of Markdown: on one line, its markup escaped, and nothing more, since a
 * brief is read as it is written too.
 */
export function plainMarkdown(text: string): string {
  return (
    text
      .replace(unprintable, " ")
      .trim()
      .replace(/&(?=#?\w+;)/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/[\\`*_[\]|~#!]/g, "\\$&")
      // addresses stay text where a reader turns them into links
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/\bwww\./gi, "www\\.")
  );
}
