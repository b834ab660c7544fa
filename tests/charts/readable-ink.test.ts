import { expect, test } from "vitest";
import { readableInk } from "../../src/charts/readable-ink.js";

test("writes black on light colours and white on dark ones", () => {
  expect(["#ffffff", "#f0c63f", "#0b3c6f", "#000000"].map(readableInk)).toEqual([
    "#111111",
    "#111111",
    "#ffffff",
    "#ffffff",
  ]);
});
