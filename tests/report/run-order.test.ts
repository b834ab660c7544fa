import { expect, test } from "vitest";
import { createGate } from "../../src/report/gate.js";
import { runOrder } from "../../src/report/run-order.js";

const notebook = (size: number) => ({
  name: `of ${size}`,
  cells: [
    { kind: "code" as const, source: "x".repeat(size), outputs: [] },
    { kind: "markdown" as const, source: "y".repeat(1000), outputs: [] },
  ],
});
const orderOf = (sizes: readonly number[], jobs: number, processors: number) =>
  runOrder(sizes, notebook, jobs, processors);

test("the longest is begun first where there is room, else when the others are under way; the last one is last", () => {
  expect(orderOf([3, 9, 5, 4], 2, 4)).toEqual({ first: [9, 5, 3], last: [4] });
  expect(orderOf([3, 9, 5, 4], 2, 3)).toEqual({ first: [5, 3, 9], last: [4] });
  expect(orderOf([3, 9, 5, 4], 1, 2)).toEqual({ first: [9, 5, 3], last: [4] });
  expect(orderOf([7], 2, 2)).toEqual({ first: [], last: [7] });
  expect(orderOf([], 2, 2)).toEqual({ first: [], last: [] });
});

test("a gate opens when all have passed, and lets everybody out when the run ends", async () => {
  const never = new AbortController().signal;
  const gate = createGate(2);
  const seen: string[] = [];
  const waiting = gate.wait(never).then(() => seen.push("through"));
  gate.pass();
  await new Promise(setImmediate);
  expect(seen).toEqual([]);
  gate.pass();
  await waiting;
  await createGate(0).wait(never);
  const stop = new AbortController();
  const stuck = createGate(1).wait(stop.signal);
  stop.abort();
  await stuck;
  await createGate(1).wait(AbortSignal.abort());
});
