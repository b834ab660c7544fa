import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type BenchSection, replaceSections } from "../../bench/bench-record.js";
import { barRow } from "../../bench/bench-row.js";
import { benchmarksPage } from "../../bench/benchmarks-page.js";
import { writeBenchmarks } from "../../bench/write-benchmarks.js";

const folder = mkdtempSync(join(tmpdir(), "segment-lab-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function section(bench: string, seconds: number): BenchSection {
  return {
    bench,
    date: "2026-01-31",
    machine: { processor: "A processor", cores: 2, memoryGigabytes: 24, system: "Linux 6.1" },
    versions: { node: "20.20.0" },
    data: "sample",
    rows: [barRow(bench, "sample: whole command", [seconds], "s", 10)],
  };
}

test("a section replaces the one of the same bench, in its place", () => {
  const before = { sections: [section("sales", 1), section("segment", 2)] };
  const after = replaceSections(before, [section("reports", 3), section("sales", 4)]);
  expect(after.sections.map(({ bench, rows }) => [bench, rows[0]!.ours])).toEqual([
    ["sales", 4],
    ["segment", 2],
    ["reports", 3],
  ]);
});

test("what was written stays when another bench is written", async () => {
  await writeBenchmarks(folder, [section("sales", 1)]);
  await writeBenchmarks(folder, [section("segment", 20)]);
  const page = readFileSync(join(folder, "benchmarks.md"), "utf8");
  expect(page.match(/^## .*$/gm)).toEqual(["## From a file to RFM scores", "## npm run segment"]);
  expect(page).toContain("| whole command | 20.0 s | bar 10.0 s | **2.00** |");
  expect(page).toBe(benchmarksPage(JSON.parse(readFileSync(join(folder, "benchmarks.json"), "utf8"))));
});
