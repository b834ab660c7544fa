import { segmentColours } from "./segment-colours.js";
import { shortNumber } from "./short-number.js";
import { noiseColour } from "./theme.js";

/** A column to colour a map by: texts are groups, numbers are cut into fifths. */
export interface MapColouring {
  /** As the reader chooses it, with its unit: "net_revenue, £". */
  readonly name: string;
  /** One a customer; null where there is none. */
  readonly values: ArrayLike<number | string | null>;
  /** For groups: their order; the largest first where left out. */
  readonly order?: readonly string[];
}

/** A colour, what it means, and how many have it. */
export interface ColourClass {
  readonly text: string;
  readonly colour: string;
  readonly customers: number;
}

/** From little to much: lighter to darker, told apart by colour-blind readers, readable on white. */
const fifths: readonly string[] = ["#e8b23a", "#86b25a", "#2f9c8c", "#2b6b9c", "#3a2466"];

/** More groups than these are one: "others". */
const mostGroups = 14;

/** Gives each customer a class of a column, numbered as the classes stand. */
export function colouringClasses(colouring: MapColouring): { labels: Int32Array; classes: ColourClass[] } {
  const values = Array.from(colouring.values, (value) => (Number.isNaN(value) ? null : value));
  const isText = values.some((value) => typeof value === "string");
  const named = isText
    ? groupsOf(
        values.map((value) => (value === null ? null : String(value))),
        colouring.order,
      )
    : fifthsOf(values as (number | null)[]);
  const { texts, colours, classOf } = named;
  const labels: Int32Array = Int32Array.from(values, (value) => (value === null ? texts.length : classOf(value)));
  const counts = new Array<number>(texts.length + 1).fill(0);
  for (const label of labels) counts[label]!++;
  const classes = texts.map((text, k) => ({ text, colour: colours[k]!, customers: counts[k]! }));
  const none = counts[texts.length]!;
  return {
    labels,
    classes: none > 0 ? [...classes, { text: "no value", colour: noiseColour, customers: none }] : classes,
  };
}

interface Named {
  readonly texts: string[];
  readonly colours: string[];
  readonly classOf: (value: number | string) => number;
}

function groupsOf(values: readonly (string | null)[], order: readonly string[] = []): Named {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rest = [...counts.keys()].filter((name) => !order.includes(name));
  rest.sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
  const names = [...order.filter((name) => counts.has(name)), ...rest];
  const shown = names.length > mostGroups ? names.slice(0, mostGroups - 1) : names;
  const places = new Map(shown.map((name, k) => [name, k]));
  const others = names.length > shown.length;
  return {
    texts: others ? [...shown, `${names.length - shown.length} others`] : shown,
    colours: others ? [...segmentColours(shown), "#8a8f96"] : segmentColours(shown),
    classOf: (value) => places.get(String(value)) ?? shown.length,
  };
}

// a value belongs to one class only, so that equal customers look equal: fewer than five classes where many share one
function fifthsOf(values: readonly (number | null)[]): Named {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  const ends = [
    ...new Set([1, 2, 3, 4, 5].map((fifth) => sorted[Math.max(0, Math.ceil((fifth * sorted.length) / 5) - 1)]!)),
  ];
  const classes = sorted.length === 0 ? [] : ends;
  const texts = classes.map((end, k) => {
    const [low, high] = [classes[k - 1], written(end)];
    if (low === undefined) return sorted[0] === end ? high : `${written(sorted[0]!)} to ${high}`;
    return `above ${written(low)} to ${high}`;
  });
  const colour = (k: number): string => fifths[classes.length === 1 ? 2 : Math.round((k * 4) / (classes.length - 1))]!;
  return {
    texts,
    colours: classes.map((_, k) => colour(k)),
    classOf: (value) => classes.findIndex((end) => Number(value) <= end),
  };
}

function written(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value).replace("-", "−") : shortNumber(value);
}
