/**
 * Text as a page can hold it: control characters become their pictures, halves of characters the sign for what cannot be
 * read, and of a line that was written over the last form stays. Terminal colours are left alone.
 */
export function readableText(text: string): string {
  const lines = text.includes("\r") ? text.split("\n").map(lastForm).join("\n") : text;
  return (
    lines
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      .replace(/\x7f/g, "␡")
      .replace(/[\x80-\x9f]|\p{Surrogate}/gu, "\ufffd")
  );
}

function lastForm(line: string): string {
  return line.split("\r").findLast((form) => form !== "") ?? "";
}
