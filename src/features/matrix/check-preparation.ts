import { SegmentLabError } from "../../core/errors.js";
import { fillings, scales, transforms } from "./column-preparation.js";
import type { Preparation } from "./preparation.js";

/** Whether a value is what a place asks for; what is wrong is thrown as `Wrong`. */
type Check = (value: unknown, place: string) => void;

class Wrong extends Error {}

/**
 * Takes parsed JSON for a preparation if every part of it is in place.
 *
 * @param source what the message calls the JSON, such as its path
 * @throws SegmentLabError `bad-file` naming the first part that is wrong
 */
export function checkPreparation(value: unknown, source: string): Preparation {
  try {
    preparation(value, "preparation");
    return value as Preparation;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    throw new SegmentLabError("bad-file", `${source}: ${error.message}; save the preparation again`);
  }
}

const kind =
  (expected: string, holds: (value: unknown) => boolean): Check =>
  (value, place) => {
    if (holds(value)) return;
    const written = value === undefined ? "missing" : (JSON.stringify(value) ?? String(value)).slice(0, 60);
    throw new Wrong(`${place} is ${written}, not ${expected}`);
  };

const number = kind("a number", Number.isFinite);
const text = kind("text", (value) => typeof value === "string");
const truth = kind("true or false", (value) => typeof value === "boolean");
const oneOf = (choices: readonly string[]): Check =>
  kind(`one of ${choices.join(", ")}`, (v) => choices.includes(String(v)));

const optional =
  (check: Check): Check =>
  (value, place) => {
    if (value !== undefined) check(value, place);
  };

const nullable =
  (check: Check): Check =>
  (value, place) => {
    if (value !== null) check(value, place);
  };

const list =
  (check: Check, least = 0): Check =>
  (value, place) => {
    kind(`a list of at least ${least}`, (given) => Array.isArray(given) && given.length >= least)(value, place);
    (value as unknown[]).forEach((item, i) => {
      check(item, `${place}[${i}]`);
    });
  };

const object =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, place) => {
    kind("an object", (given) => typeof given === "object" && given !== null && !Array.isArray(given))(value, place);
    for (const [key, check] of Object.entries(checks))
      check((value as Record<string, unknown>)[key], `${place}.${key}`);
  };

const both =
  (...checks: Check[]): Check =>
  (value, place) => {
    for (const check of checks) check(value, place);
  };

const parameters: Check = (value, place) => {
  const { transform, lambda, quantiles } = value as Record<string, unknown>;
  if (transform === "yeo-johnson") number(lambda, `${place}.lambda`);
  if (transform === "quantile-normal") list(number, 1)(quantiles, `${place}.quantiles`);
};

const column = both(
  object({
    name: text,
    column: text,
    of: oneOf(["value", "missing"]),
    shrink: truth,
    transform: oneOf(transforms),
    scale: oneOf(scales),
    missing: oneOf(fillings),
    indicator: optional(truth),
    limits: nullable(object({ low: number, high: number })),
    fill: number,
    shop: number,
    center: number,
    spread: both(
      number,
      kind("another number than 0", (value) => value !== 0),
    ),
    constant: truth,
    facts: object({ missing: number, winsorized: number, skewBefore: nullable(number), skewAfter: nullable(number) }),
  }),
  parameters,
);

const condition = object({ column: text, per: optional(text), atLeast: optional(number), atMost: optional(number) });

const tree = object({ column: list(number, 1), value: list(number, 1), left: list(number, 1) });

/** Whether walking a tree asks only for columns there are and comes to an end: branches stand behind their node. */
const walks: Check = (value, place) => {
  const { columns, forest } = value as { columns: unknown[]; forest: { trees: Record<string, number[]>[] } };
  forest.trees.forEach(({ column: cut, value: cuts, left }, i) => {
    const size = cut!.length;
    const isNode = (at: number): boolean =>
      cut![at] === -1 || (columns[cut![at]!] !== undefined && left![at]! > at && left![at]! + 1 < size);
    const isTree = cuts!.length === size && left!.length === size && cut!.every((_, at) => isNode(at));
    if (!isTree) throw new Wrong(`${place}.forest.trees[${i}] is no tree`);
  });
};

const preparation = object({
  preset: text,
  columns: list(column, 1),
  dropped: list(both(column, object({ why: text }))),
  rows: list(object({ all: list(condition), stay: optional(oneOf(["those", "others"])), group: text })),
  outliers: nullable(
    both(
      object({
        threshold: number,
        columns: list(column, 1),
        forest: object({ samples: number, trees: list(tree, 1) }),
      }),
      walks,
    ),
  ),
  customers: number,
  aside: list(
    object({
      group: text,
      customers: number,
      share: number,
      revenue: nullable(number),
      revenueShare: nullable(number),
    }),
  ),
  notes: list(text),
});
