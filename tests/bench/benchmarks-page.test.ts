import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BenchRecord } from "../../bench/bench-record.js";
import { absentRow, barRow, peerRow } from "../../bench/bench-row.js";
import { benchmarksPage } from "../../bench/benchmarks-page.js";

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

test("docs/benchmarks.md is what docs/benchmarks.json renders to", () => {
  expect(docs("benchmarks.md")).toBe(benchmarksPage(JSON.parse(docs("benchmarks.json")) as BenchRecord));
});

test("a section says where it was measured, and has a table a group of rows", () => {
  const ward = peerRow("clustering", "real, 2 threads: ward", [0.5], "SciPy", [1], "s", true);
  const page = benchmarksPage({
    sections: [
      {
        bench: "clustering",
        date: "2026-01-31",
        machine: { processor: "A processor", cores: 1, memoryGigabytes: 24, system: "Linux 6.1" },
        versions: { node: "20.20.0", scipy: "1.17.1" },
        data: "sample",
        rows: [
          { ...ward, limit: 1, runs: 7 },
          { ...peerRow("clustering", "real, 2 threads: a|b", [2], "SciPy", [1], "s", false), limit: 1, runs: 1 },
          absentRow("clustering", "large: ward", "s", "not measured: too long"),
          barRow("clustering", "growth: ward", [2.041], "exponent", 2.1),
        ],
      },
    ],
  });
  expect(
    page.slice(page.indexOf("2026-01-31")),
  ).toBe(`2026-01-31 · A processor, 1 core, 24 GB · Linux 6.1 · data: sample<br>
node 20.20.0 · scipy 1.17.1

2 of 3 rows keep the limit that they are held to; 0 of 2 beside a peer are below half of its time. Missed:

- real, 2 threads: a|b: 2.00 s beside SciPy 1.00 s, ratio 2.00, allowed 1.0

Results differ in 1 of 2 comparisons:

- real, 2 threads: a|b

1 row is not measured; each says why.

### real, 2 threads

|  | ours | beside | ratio | same result | runs |
| --- | ---: | --- | ---: | --- | ---: |
| ward | 0.50 s | SciPy 1.00 s | 0.50 | yes | 7 |
| a\\|b | 2.00 s | SciPy 1.00 s | **2.00** | **no** | 1 |

### large

|  | ours | remarks |
| --- | ---: | --- |
| ward | – | not measured: too long |

### growth

|  | ours | beside | ratio |
| --- | ---: | --- | ---: |
| ward | 2.04 | bar 2.10 | 0.97 |
`);
});
