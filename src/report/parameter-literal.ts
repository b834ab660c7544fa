import { SegmentLabError } from "../core/errors.js";

/** A parameter as its notebook declares it. */
export interface ParameterDeclaration {
  readonly name: string;
  /** What its default is; of another kind than these three a value is written as JSON. */
  readonly kind: "number" | "text" | "flag" | "json";
  /** The default as it is written. */
  readonly initial: string;
  /** The type as it is written, or as it follows from the default; empty where it is inferred. */
  readonly type: string;
}

/**
 * A value from the command line as TypeScript source: typed by the parameter's default, every character escaped that
 * could end it.
 *
 * @throws SegmentLabError `bad-option` where the value is of another kind than the default
 */
export function parameterLiteral({ name, kind, initial }: ParameterDeclaration, text: string): string {
  const refuse = (wanted: string) =>
    new SegmentLabError("bad-option", `--param ${name}=${text}: ${name} is ${wanted}, such as ${initial}`);
  if (kind === "text") {
    const quoted = parse(text);
    return writeLiteral(typeof quoted === "string" ? quoted : text);
  }
  const value = parse(text.trim());
  if (kind === "number" && !(typeof value === "number" && Number.isFinite(value))) throw refuse("a number");
  if (kind === "flag" && typeof value !== "boolean") throw refuse("true or false");
  if (value === undefined) throw refuse("written as JSON");
  return writeLiteral(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function writeLiteral(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    // a computed name is a plain property even where it reads __proto__
    const entries = Object.entries(value).map(([name, one]) => `[${quote(name)}]: ${writeLiteral(one)}`);
    return `{ ${entries.join(", ")} }`;
  }
  return String(value);
}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]|[<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
