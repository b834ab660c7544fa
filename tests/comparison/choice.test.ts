import { expect, test } from "vitest";
import { comparedStarts } from "../../src/comparison/candidates.js";
import { parseChoice } from "../../src/comparison/choice.js";

test("reads the verdict, the last one, and an algorithm or linkage with its k", () => {
  expect(parseChoice("auto")).toEqual({ kind: "auto" });
  expect(parseChoice("cached")).toEqual({ kind: "cached" });
  expect(parseChoice("kmeans:5")).toEqual({
    kind: "candidate",
    candidate: { algorithm: "kmeans", options: { k: 5, starts: comparedStarts } },
  });
  expect(parseChoice("average:12")).toEqual({
    kind: "candidate",
    candidate: { algorithm: "hierarchical", options: { linkage: "average", k: 12 } },
  });
});

test.each([
  ["kmeans", 'choose "kmeans" is none of auto, cached, or an algorithm with its number of groups, such as kmeans:5'],
  [
    "kmeans:0",
    'choose "kmeans:0" is none of auto, cached, or an algorithm with its number of groups, such as kmeans:5',
  ],
  [
    "kmeens:4",
    /^choose "kmeens:4": there is no "kmeens"; did you mean "kmeans"\? \(known: kmeans, .*ward, .*median\)$/,
  ],
])("refuses %s", (text, message) => {
  expect(() => parseChoice(text)).toThrow(message);
});
