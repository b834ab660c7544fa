import { translation } from "./merge-marks.js";
import { parseSvg, type SvgElement } from "./svg-tree.js";
import { textWidth } from "./text-width.js";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Semi-bold and set from the left, as diagrams name their parts. */
  readonly isHeading: boolean;
}

// letters may touch, words may not
const slack = 1.5;

/**
 * How many pairs of level lines of text run into one another in a compact drawing.
 *
 * @param reach how far above and below its line a heading counts, in pixels: diagrams draw boxes around their headings
 */
export function countOverlaps(svg: string, reach = 0): number {
  const root = parseSvg(svg);
  const lines = root ? collect(root, 0, 0) : [];
  const boxes = lines
    .filter(({ isHeading }) => reach === 0 || isHeading)
    .map((line) => ({ ...line, top: line.top - reach, bottom: line.bottom + reach }));
  boxes.sort((a, b) => a.top - b.top);
  let overlaps = 0;
  for (const [i, box] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length && boxes[j]!.top < box.bottom - slack; j++) {
      const other = boxes[j]!;
      if (other.left < box.right - slack && box.left < other.right - slack) overlaps++;
    }
  }
  return overlaps;
}

function collect({ name, attributes, children }: SvgElement, dx: number, dy: number): Box[] {
  // labels that lean have boxes of another kind
  if (attributes.transform !== undefined && /rotate|matrix/.test(attributes.transform)) return [];
  const [x, y] = translation(attributes.transform);
  const [left, top] = [dx + x + Number(attributes.x ?? 0), dy + y + Number(attributes.y ?? 0)];
  if (name !== "text") {
    return children.flatMap((child) => (typeof child === "string" ? [] : collect(child, left, top)));
  }
  // several lines are several boxes at best: the first is enough to tell a collision
  const first = children.find((child) => typeof child !== "string" || child.trim() !== "");
  const text = typeof first === "string" ? first : String(first?.children[0] ?? "");
  const size = Number.parseFloat(attributes["font-size"] ?? "11");
  const plain = text.replace(/&[a-z#0-9]+;/gi, "x");
  const isBold = attributes["font-weight"] === "bold" || Number(attributes["font-weight"]) >= 600;
  const width = textWidth(plain, size, isBold);
  const anchor = attributes["text-anchor"];
  const from = left - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const isHeading = isBold && anchor === undefined;
  return [{ left: from, right: from + width, top: top - 0.75 * size, bottom: top + 0.1 * size, isHeading }];
}
