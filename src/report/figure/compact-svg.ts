import { mergeMarks, movePath, round, translation } from "./merge-marks.js";
import { simplifyPath } from "./simplify-path.js";
import { parseSvg, type SvgElement, writeSvg } from "./svg-tree.js";

const elements = new Set([
  "svg",
  "g",
  "path",
  "line",
  "rect",
  "text",
  "tspan",
  "defs",
  "clipPath",
  "linearGradient",
  "stop",
]);
const looks = [
  "fill",
  "stroke",
  "fill-opacity",
  "stroke-opacity",
  "opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
];
const letters = ["font-size", "font-weight", "font-style", "text-anchor"];
const geometry = ["d", "transform", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "rx", "ry"];
const gradient = ["offset", "stop-color", "stop-opacity", "id", "clip-path"];
const attributes = new Set([...looks, ...letters, ...geometry, ...gradient]);
// colours, numbers, transforms, paths and references into the drawing itself; no other url, nothing that could be a style
const harmless =
  /^(?:url\(#[\w-]+\)|rgba?\([\d\s.,%]*\)|(?:(?:translate|rotate|scale|matrix)\([\d\s.,e+-]*\)\s*)+|[#\w\s.,%+-]*)$/;
const defaults: Readonly<Record<string, string>> = {
  opacity: "1",
  "stroke-width": "1",
  "font-size": "11px",
  "text-anchor": "start",
  "fill-opacity": "1",
  "stroke-opacity": "1",
};
const font = "Helvetica Neue,Helvetica,Arial,sans-serif";

/**
 * Rewrites a drawing of Vega's as little, inert SVG: only shapes and text from a list of allowed elements and attributes, no
 * style, link, image or script whatever the drawing holds, many equal marks as one path, ids of its own.
 *
 * @param source SVG as Vega writes it; anything else comes out empty or cut down
 * @param prefix what ids begin with, so that several drawings can stand in one page
 * @returns null where it is no drawing
 */
export function compactSvg(source: string, prefix: string): string | null {
  const root = parseSvg(source);
  if (!root) return null;
  const width = size(root.attributes.width);
  const height = size(root.attributes.height);
  if (width === null || height === null) return null;
  // the page's own paper is the background, light or dark
  const isPaper = (child: SvgElement | string): boolean => typeof child !== "string" && child.name === "rect";
  const idOf = nameIds(prefix);
  const children = root.children.filter((child) => !isPaper(child)).flatMap((child) => compact(child, idOf));
  return writeSvg({
    name: "svg",
    attributes: {
      class: "static",
      viewBox: `0 0 ${width} ${height}`,
      width: String(width),
      height: String(height),
      "font-family": font,
      "font-size": "11px",
      "aria-hidden": "true",
      focusable: "false",
    },
    children,
  });
}

/** Ids in the order in which they are met: Vega counts its gradients over all drawings of a process. */
function nameIds(prefix: string): IdNames {
  const names = new Map<string, string>();
  return (id) => {
    const name = names.get(id) ?? `${prefix}${names.size + 1}`;
    names.set(id, name);
    return name;
  };
}

type IdNames = (id: string) => string;

function size(text: string | undefined): number | null {
  const value = Math.ceil(Number(text));
  return value > 0 && value < 20_000 ? value : null;
}

function compact(node: SvgElement | string, idOf: IdNames): readonly (SvgElement | string)[] {
  if (typeof node === "string") return node.trim() === "" ? [] : [node];
  // a link's text is shown, the link is not
  if (node.name === "a") return node.children.flatMap((child) => compact(child, idOf));
  if (!elements.has(node.name) || isUnseen(node)) return [];
  const kept = keepAttributes(node, idOf);
  const inner = mergeMarks(node.children.flatMap((child) => compact(child, idOf)));
  if (node.name === "g") {
    if (inner.length === 0) return [];
    if (Object.keys(kept).length === 0) return inner;
  }
  return [{ name: node.name, attributes: kept, children: inner }];
}

function isUnseen({ name, attributes, children }: SvgElement): boolean {
  if (attributes.display === "none" || attributes.opacity === "0") return true;
  if (name === "text") return children.length === 0;
  if (name !== "path" && name !== "line") return false;
  // inherited from the root: no fill, no stroke
  const isDrawn = (paint: string | undefined) => paint !== undefined && paint !== "none" && paint !== "transparent";
  // the shape of a clip is not painted
  return attributes.class !== undefined
    ? !isDrawn(attributes.fill) && !isDrawn(attributes.stroke)
    : attributes.d === "";
}

function keepAttributes({ name, attributes: given }: SvgElement, idOf: IdNames): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!attributes.has(key) || !harmless.test(value) || defaults[key] === value) continue;
    if (key.startsWith("stroke-") && given.stroke === undefined && name !== "g") continue;
    if (key === "transform") {
      const plain = /^translate\([^()]*\)$/.test(value);
      const [x, y] = translation(value);
      if (!plain) kept[key] = value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => round(Number(number)));
      else if (x !== 0 || y !== 0) kept[key] = `translate(${round(x)},${round(y)})`;
    } else if (key === "d") kept[key] = simplifyPath(movePath(value, 0, 0));
    else if (key === "id") kept[key] = idOf(value);
    else kept[key] = hex(value.replace(/^url\(#(.*)\)$/, (_, id: string) => `url(#${idOf(id)})`));
  }
  return kept;
}

function hex(colour: string): string {
  const match = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(colour);
  return match
    ? `#${match
        .slice(1)
        .map((part) => Number(part).toString(16).padStart(2, "0"))
        .join("")}`
    : colour;
}
