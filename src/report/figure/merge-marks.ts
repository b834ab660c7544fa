import type { SvgElement } from "./svg-tree.js";

// fewer marks are not worth the change of their order
const fewest = 24;
const dot = /^M([\d.]+) 0A\1 \1 0 1 1 -\1 0A\1 \1 0 1 1 \1 0Z?$/;

/**
 * Joins the marks of a group that look the same into one path each, once there are many: a map of thousands of dots takes a twentieth of
 * its size. Which of two overlapping marks lies above may change.
 *
 * @param children what stands in one group, in order
 */
export function mergeMarks(children: readonly (SvgElement | string)[]): readonly (SvgElement | string)[] {
  if (children.length < fewest || !children.every(isMergeable)) return children;
  const groups = new Map<string, { attributes: Record<string, string>; d: string[]; areDots: boolean }>();
  for (const { name, attributes } of children) {
    const { d = "", transform, x2, y2, ...look } = attributes;
    const [dx, dy] = translation(transform);
    const radius = name === "path" && isPlain(look) ? dot.exec(d)?.[1] : undefined;
    // a dot is the round end of a line without length: the shortest way to write a circle
    const own: Record<string, string> = radius ? dotLook(look, Number(radius)) : look;
    const path = radius
      ? `${round(dx)} ${round(dy)}`
      : name === "line"
        ? `M${round(dx)} ${round(dy)}l${round(Number(x2 ?? 0))} ${round(Number(y2 ?? 0))}`
        : movePath(d, dx, dy);
    const key = JSON.stringify([own, radius !== undefined]);
    const group = groups.get(key) ?? { attributes: own, d: [], areDots: radius !== undefined };
    group.d.push(path);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ attributes, d, areDots }) => ({
    name: "path",
    attributes: { ...attributes, d: areDots ? chainDots(d) : d.join("") },
    children: [],
  }));
}

// each dot as a step from the one before, which is shorter than its place
function chainDots(dots: readonly string[]): string {
  let [x, y] = [0, 0];
  const sorted = dots.map((dot) => dot.split(" ").map((text) => Math.round(Number(text) * 10)) as [number, number]);
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return sorted
    .map(([toX, toY], i) => {
      const step = i === 0 ? `M${toX / 10} ${toY / 10}` : `m${tenth(toX - x)}${toY < y ? "" : " "}${tenth(toY - y)}`;
      [x, y] = [toX, toY];
      return `${step}h0`;
    })
    .join("");
}

function tenth(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, "$1.");
}

function isMergeable(child: SvgElement | string): child is SvgElement {
  if (typeof child === "string" || !["path", "line"].includes(child.name)) return false;
  const { transform, d = "" } = child.attributes;
  return (
    (transform === undefined || /^translate\([^()]*\)$/.test(transform)) && !/[^MLHVCQSTAZmlhvcqstaz\d\s,.eE+-]/.test(d)
  );
}

function isPlain(look: Readonly<Record<string, string>>): boolean {
  return look.fill !== undefined && look.stroke === undefined;
}

function dotLook(look: Readonly<Record<string, string>>, radius: number): Record<string, string> {
  const { fill, "fill-opacity": faint, ...rest } = look;
  return {
    ...rest,
    stroke: fill!,
    ...(faint ? { "stroke-opacity": faint } : {}),
    "stroke-width": round(2 * radius),
    "stroke-linecap": "round",
  };
}

/** The two numbers of `translate(x,y)`; zeros where there is none. */
export function translation(transform: string | undefined): readonly [number, number] {
  const match = /^translate\(([^,)]*),?([^)]*)\)$/.exec(transform ?? "");
  return match ? [Number(match[1]) || 0, Number(match[2]) || 0] : [0, 0];
}

// how many numbers each command takes, and which of them are absolute places
const places: Readonly<Record<string, string>> = {
  M: "xy",
  L: "xy",
  H: "x",
  V: "y",
  C: "xyxyxy",
  Q: "xyxy",
  S: "xyxy",
  T: "xy",
  A: "-----xy",
  Z: "",
};

/** A path moved by dx and dy, its numbers rounded to a tenth of a pixel. */
export function movePath(d: string, dx: number, dy: number): string {
  return d.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, rest: string) => {
    const numbers = rest.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
    const roles = places[command] ?? "";
    const moved = numbers.map((text, i) => {
      const role = roles[i % Math.max(1, roles.length)];
      return round(Number(text) + (role === "x" ? dx : role === "y" ? dy : 0));
    });
    return command + moved.join(" ");
  });
}

/** A number to a tenth, without a zero that says nothing. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}
