/** An element of an SVG drawing; text stands as strings, still escaped. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
}

const token = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+|</g;
const attribute = /([\w:-]+)="([^"]*)"/g;

/** Reads SVG as Vega writes it: elements, double-quoted attributes and text; anything else stays behind. */
export function parseSvg(source: string): SvgElement | null {
  const root: SvgElement & { children: (SvgElement | string)[] } = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const [text, slash, name, attributes, empty] of source.matchAll(token)) {
    const parent = open.at(-1)!;
    if (name === undefined) {
      if (text !== "<") parent.children.push(text);
    } else if (slash) {
      if (open.length > 1) open.pop();
    } else {
      const pairs = [...attributes!.matchAll(attribute)].map((match) => [match[1]!, match[2]!] as const);
      const element = { name, attributes: Object.fromEntries(pairs), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root.children.find((child): child is SvgElement => typeof child !== "string" && child.name === "svg") ?? null;
}

/** Writes an element and all in it. */
export function writeSvg({ name, attributes, children }: SvgElement): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const inner = children.map((child) => (typeof child === "string" ? child : writeSvg(child))).join("");
  return inner === "" && name !== "text"
    ? `<${name}${pairs.join("")}/>`
    : `<${name}${pairs.join("")}>${inner}</${name}>`;
}
