import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNames } from "../../src/segments/file-names.js";

test("names that would be the same are numbered, the first keeps the plain one", () => {
  expect(fileNames(["High value", "high-value", "HIGH  VALUE!", "High value 2"])).toEqual([
    "high-value",
    "high-value-2",
    "high-value-3",
    "high-value-2-2",
  ]);
});

test("no name leads out of its folder, is a device or an index, or is empty", () => {
  expect(fileNames(["../../etc/passwd", "CON", "lpt1", "index", "🙂", "", "Größe É", "Can't Lose Them"])).toEqual([
    ...[
      "etc-passwd",
      "segment-con",
      "segment-lpt1",
      "segment-index",
      "segment",
      "segment-2",
      "gro-e-e",
      "cant-lose-them",
    ],
  ]);
});

test("any names give as many different files, each of letters, digits and hyphens, the same again from themselves", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 30 }), (names) => {
      const files = fileNames(names);
      expect(new Set(files).size).toBe(names.length);
      for (const file of files) expect(file).toMatch(/^[a-z0-9][a-z0-9-]{0,70}$/);
      expect(fileNames(files)).toEqual(files);
    }),
  );
});
