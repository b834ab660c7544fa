import { SegmentLabError } from "../../core/errors.js";

/** What is told of an XML text while it is read; names come without their namespace. */
export interface XmlHandler {
  /** A tag opens; `attributes` is its raw text, see `attributeOf`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, in pieces. */
  text(text: string): void;
}

const longestTag = 1 << 20;

/**
 * Reads the XML of spreadsheets piece by piece: elements, attributes, entities, CDATA. Written by hand because a
 * general parser takes most of the time that a large sheet takes; what a sheet never holds (a DTD) is refused.
 */
export class XmlScanner {
  private rest = "";

  constructor(
    private readonly handler: XmlHandler,
    private readonly file: string,
  ) {}

  write(piece: string): void {
    const text = this.rest === "" ? piece : this.rest + piece;
    const { handler } = this;
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) break;
      if (start > at) handler.text(decodeEntities(text.slice(at, start)));
      const end = endOfTag(text, start, this.file);
      at = start;
      if (end < 0) break;
      this.tag(text, start, end);
      at = end;
    }
    // an entity cut in two waits for its other half
    const amp = text.lastIndexOf("&");
    const cut = text[at] === "<" ? at : amp >= at && text.indexOf(";", amp) < 0 ? amp : text.length;
    if (cut > at) handler.text(decodeEntities(text.slice(at, cut)));
    this.rest = text.slice(cut);
    if (this.rest.length > longestTag) throw this.fault("a tag that does not end");
  }

  end(): void {
    if (this.rest.trim() !== "") throw this.fault("an end that is missing");
  }

  private tag(text: string, start: number, end: number): void {
    const { handler } = this;
    const kind = text.charCodeAt(start + 1);
    if (kind === slash) {
      handler.close(localName(text, start + 2, end - 1));
      return;
    }
    if (kind === question) return;
    if (kind === bang) {
      if (text.startsWith("<![CDATA[", start)) handler.text(text.slice(start + 9, end - 3));
      return;
    }
    const closed = text.charCodeAt(end - 2) === slash;
    const last = closed ? end - 2 : end - 1;
    let stop = start + 1;
    while (stop < last && text.charCodeAt(stop) > 32) stop++;
    const name = localName(text, start + 1, stop);
    handler.open(name, stop < last ? text.slice(stop, last) : "");
    if (closed) handler.close(name);
  }

  private fault(what: string): SegmentLabError {
    return new SegmentLabError("bad-file", `${this.file} cannot be read as a workbook: its XML has ${what}`);
  }
}

const slash = 0x2f;
const question = 0x3f;
const bang = 0x21;

/** The place behind the tag that starts at `start`, or -1 where the text ends before. */
function endOfTag(text: string, start: number, file: string): number {
  if (text.charCodeAt(start + 1) === bang) {
    if (text.startsWith("<!--", start)) return after(text, "-->", start + 4);
    if (text.startsWith("<![CDATA[", start)) return after(text, "]]>", start + 9);
    // too short to tell yet
    if (text.length - start < 9) return -1;
    throw new SegmentLabError("bad-file", `${file} cannot be read as a workbook: its XML has a document type`);
  }
  let end = text.indexOf(">", start);
  // a ">" inside an attribute's quotes does not end the tag
  while (end >= 0 && !areQuotesClosed(text, start, end)) end = text.indexOf(">", end + 1);
  return end < 0 ? -1 : end + 1;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function areQuotesClosed(text: string, start: number, end: number): boolean {
  let open = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (open === 0 ? code === 34 || code === 39 : code === open) open = open === 0 ? code : 0;
  }
  return open === 0;
}

function localName(text: string, from: number, to: number): string {
  const name = text.slice(from, to).trimEnd();
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute in a tag's raw text, whatever its namespace; undefined where it has none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    const equals = at + name.length;
    if ((before <= 32 || before === 58) && attributes.charCodeAt(equals) === 61) {
      const quote = attributes[equals + 1]!;
      return decodeEntities(attributes.slice(equals + 2, attributes.indexOf(quote, equals + 2)));
    }
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
