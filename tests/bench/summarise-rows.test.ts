import { expect, test } from "vitest";
import { absentRow, type BenchRow, barRow, peerRow } from "../../bench/bench-row.js";
import { summariseRows } from "../../bench/summarise-rows.js";

const beside = (name: string, ours: number, peer: number, equal = true): BenchRow => ({
  ...peerRow("clustering", name, [ours], "SciPy", [peer], "s", equal),
  limit: 1,
});

test("says that all limits are kept and all results agree", () => {
  expect(summariseRows([beside("ward", 1, 3), beside("average", 2, 3)])).toEqual([
    "All 2 rows keep the limit that they are held to; 1 of 2 beside a peer are below half of its time.",
    "Both sides have the same result in all 2 comparisons.",
  ]);
});

test("names each miss with its figures, and each result that differs", () => {
  const rows = [beside("ward", 3, 2), { ...beside("DBSCAN", 1, 2, false), note: "ARI 0.9000" }];
  expect(summariseRows(rows)).toEqual([
    "1 of 2 rows keep the limit that they are held to; 0 of 2 beside a peer are below half of its time. Missed:",
    "- ward: 3.00 s beside SciPy 2.00 s, ratio 1.50, allowed 1.0",
    "Results differ in 1 of 2 comparisons:",
    "- DBSCAN (ARI 0.9000)",
  ]);
});

test("holds bars of ours as limits, counts what is absent, and says nothing of figures without a limit", () => {
  expect(summariseRows([barRow("segment", "whole command", [12], "s", 10)])).toEqual([
    "0 of 1 rows keep the limit that they are held to. Missed:",
    "- whole command: 12.0 s beside bar 10.0 s, ratio 1.20, allowed 1.0",
  ]);
  expect(summariseRows([barRow("segment", "reading", [2], "s")])).toEqual([]);
  expect(summariseRows([absentRow("clustering", "ward", "s", "not measured: too long")])).toEqual([
    "1 row is not measured; each says why.",
  ]);
});
