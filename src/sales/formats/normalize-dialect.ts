import { SegmentLabError } from "../../core/errors.js";
import type { DialectOptions } from "./csv-part.js";
import type { TextEncoding } from "./text-encoding.js";

/** What encodings are called elsewhere. */
const encodings: Readonly<Record<TextEncoding, readonly string[]>> = {
  "utf-8": ["utf8", "utf-8-sig", "unicode-1-1-utf-8"],
  "utf-16le": ["utf16le", "utf-16", "utf16", "ucs-2", "unicode"],
  "utf-16be": ["utf16be"],
  "latin-1": ["latin1", "iso-8859-1", "iso8859-1"],
  "windows-1252": ["cp1252", "win1252", "win-1252", "1252", "ansi"],
};

/** A sign is one byte to the engine. */
const isSign = (text: string): boolean => /^\p{ASCII}$/u.test(text) && !["\0", "\r", "\n"].includes(text);

/**
 * Checks what a user says of text files, once.
 *
 * @throws SegmentLabError `bad-option` for an encoding that is not read, or a sign that is not one ASCII character
 */
export function normalizeDialect(loose: Readonly<Record<string, string | undefined>>): DialectOptions {
  const { encoding, delimiter, quote, escapeMark } = loose;
  if (delimiter !== undefined && !isSign(delimiter)) throw notSign("--delimiter", delimiter, "");
  if (quote !== undefined && quote !== "" && !isSign(quote)) throw notSign("--quote", quote, ', or "" for none');
  if (escapeMark !== undefined && escapeMark !== "" && !isSign(escapeMark)) throw notSign("--escape", escapeMark, "");
  return {
    ...(encoding !== undefined && { encoding: encodingOf(encoding) }),
    ...(delimiter !== undefined && { delimiter }),
    ...(quote !== undefined && { quote }),
    ...(escapeMark !== undefined && { escapeMark }),
  };
}

function encodingOf(name: string): TextEncoding {
  const plain = name.trim().toLowerCase().replaceAll("_", "-");
  const known = Object.keys(encodings) as TextEncoding[];
  const found = known.find((encoding) => encoding === plain || encodings[encoding].includes(plain));
  if (found) return found;
  throw new SegmentLabError(
    "bad-option",
    `--encoding "${name}" is not read; it takes ${known.join(", ")}, or export the file in UTF-8`,
  );
}

function notSign(option: string, value: string, or: string): SegmentLabError {
  return new SegmentLabError("bad-option", `${option} ${JSON.stringify(value)} is not one ASCII character${or}`);
}
