import { expect, test } from "vitest";
import { customerMap } from "../../src/charts/customer-map.js";
import { colouringClasses } from "../../src/charts/map-colouring.js";
import { segmentColours } from "../../src/charts/segment-colours.js";
import { render } from "./render.js";

const places = { ids: ["1", "2", "3"], x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 1, 0) };
const colourings = [
  { name: "rfm_segment", values: ["Lost", "Champions", "Lost"], order: ["Champions", "Lost"] },
  { name: "orders", values: [1, null, 9] },
];

test("colours each customer by the first column, and by another when it is chosen", async () => {
  const { view, marks, warnings } = await render(customerMap(places, colourings));
  const dots = () => marks().filter(({ datum }) => datum.i !== undefined);
  const [champions, lost] = segmentColours(["Champions", "Lost"]);
  expect(dots().map(({ fill }) => fill)).toEqual([lost, champions, lost]);
  expect(marks().flatMap(({ text }) => text ?? [])).toEqual(["Champions", "Lost", "1", "2"]);
  await view.signal("colouring", 1).runAsync();
  expect(dots().map(({ datum }) => datum.text)).toEqual(["1", "no value", "above 1 to 9"]);
  expect(new Set(dots().map(({ fill }) => fill)).size).toBe(3);
  expect(marks().flatMap(({ text }) => text ?? [])).toEqual(["1", "above 1 to 9", "no value", "1", "1", "1"]);
  expect(warnings).toEqual([]);
});

test("cuts numbers into fifths, equal values never apart", () => {
  const even = colouringClasses({ name: "a", values: [10, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
  expect(even.classes.map(({ text, customers }) => [text, customers])).toEqual([
    ["1 to 2", 2],
    ["above 2 to 4", 2],
    ["above 4 to 6", 2],
    ["above 6 to 8", 2],
    ["above 8 to 10", 2],
  ]);
  expect([...even.labels]).toEqual([4, 0, 0, 1, 1, 2, 2, 3, 3, 4]);
  const lump = colouringClasses({ name: "a", values: [0, 0, 0, 0, 0, 0, 0, 0.5, 1, Number.NaN] });
  expect(lump.classes.map(({ text, customers }) => [text, customers])).toEqual([
    ["0", 7],
    ["above 0 to 0.50", 1],
    ["above 0.50 to 1", 1],
    ["no value", 1],
  ]);
  expect(colouringClasses({ name: "a", values: [null] }).classes.map(({ text }) => text)).toEqual(["no value"]);
});

test("keeps the largest of many groups and names the rest together", () => {
  const values = Array.from({ length: 40 }, (_, i) => (i < 10 ? "large" : `g${i}`));
  const { classes, labels } = colouringClasses({ name: "country", values });
  expect(classes).toHaveLength(14);
  expect(classes[0]).toMatchObject({ text: "large", customers: 10 });
  expect(classes.at(-1)).toMatchObject({ text: "18 others", customers: 18 });
  expect(Math.max(...labels)).toBe(13);
});

test("refuses values that are not one a customer", () => {
  expect(() => customerMap(places, [{ name: "orders", values: [1] }])).toThrow('1 values of "orders" for 3 customers');
});
