import { expect, test } from "vitest";
import { checkMemory, usableMemory } from "../../../src/clustering/hierarchical/check-memory.js";

test("tells the size, what there is, how many rows fit, and what to do instead", () => {
  expect(() => checkMemory("average linkage", 50_000, "use ward", 10e9)).not.toThrow();
  expect(() => checkMemory("average linkage", 50_001, "use ward", 10e9)).toThrow(
    "average linkage of 50,001 rows would keep 10.0 GB of distances, this machine can give 10.0 GB (about 50,000 rows); use ward",
  );
});

test("a machine gives some memory, but not all of it", () => {
  expect(usableMemory()).toBeGreaterThan(1e8);
  expect(usableMemory()).toBeLessThan(1e14);
});
