import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { libraryHash } from "../../src/report/library-hash.js";
import { compareInputs, inputsKey, type PageInputs, readInputs, writeInputs } from "../../src/report/page-inputs.js";

const inputs: PageInputs = { notebook: "n", data: "d", settings: "s", parameters: "p", library: "l" };

test.each([
  ["notebook", "the notebook has changed since"],
  ["data", "it shows other data"],
  ["settings", "it was made with other options"],
  ["parameters", "it was made with other parameters"],
  ["library", "the library, its packages or Node have changed since"],
] as const)("another %s is another page, and is told", (part, reason) => {
  const other = { ...inputs, [part]: "x" };
  expect(inputsKey(other, "01")).not.toBe(inputsKey(inputs, "01"));
  expect(compareInputs(inputs, other)).toEqual([reason]);
});

test("the same inputs are the same page, for the same notebook", () => {
  expect(inputsKey({ ...inputs }, "01")).toBe(inputsKey(inputs, "01"));
  expect(inputsKey(inputs, "02")).not.toBe(inputsKey(inputs, "01"));
  expect(compareInputs(inputs, { ...inputs })).toEqual([]);
});

test("a page gives back what was written into it", () => {
  const page = `<head>${writeInputs({ ...inputs, data: `"><script>&'`, failures: 2 })}</head>`;
  expect(page).not.toContain("<script");
  expect(readInputs(page)).toEqual({ ...inputs, data: `"><script>&'`, failures: 2 });
  expect(readInputs("<head></head>")).toBeNull();
});

const root = mkdtempSync(join(tmpdir(), "segment-lab-library-"));
afterAll(() => rmSync(root, { recursive: true }));

test("the library is another when a file of it, the lock of its packages or the measurements change", () => {
  const library = join(root, "dist", "src");
  mkdirSync(join(library, "core"), { recursive: true });
  mkdirSync(join(root, "docs"));
  const seen = new Set([libraryHash(library)]);
  for (const [file, content] of [
    ["dist/src/core/a.js", "1"],
    ["dist/src/core/a.js", "2"],
    ["package-lock.json", "{}"],
    ["docs/benchmarks.json", "{}"],
  ] as const) {
    writeFileSync(join(root, file), content);
    seen.add(libraryHash(library));
    expect(libraryHash(library)).toBe(libraryHash(library));
  }
  expect(seen.size).toBe(5);
  // what no program reads says nothing about it
  writeFileSync(join(library, "a.d.ts"), "");
  expect(seen).toContain(libraryHash(library));
});
