import { expect, test } from "vitest";
import type { Clusterer } from "../../src/clustering/clusterer.js";
import { fitClusterer } from "../../src/clustering/fit-clusterer.js";
import type { Progress } from "../../src/core/progress.js";
import type { CheckSettings } from "./check-clusterer.js";
import { noise } from "./planted.js";

/** A signal stops the work within 0.2 s; progress never runs backwards. */
export function checkInterruption(clusterer: Clusterer, { slow, slowRows }: CheckSettings): void {
  const matrix = noise(slowRows, 13);

  test("does not start under a signal that was given before", async () => {
    const run = { signal: AbortSignal.abort() };
    await expect(fitClusterer(clusterer, matrix, slow, run)).rejects.toMatchObject({ code: "aborted" });
  });

  // clocks on a busy machine: three tries
  for (const wait of [60, 400]) {
    test(`stops within 0.2 s of a signal after ${wait} ms, its progress never falling`, { retry: 2 }, async () => {
      const steps: Progress[] = [];
      const controller = new AbortController();
      const began = performance.now();
      setTimeout(() => controller.abort(), wait);
      const run = { signal: controller.signal, onProgress: (step: Progress) => void steps.push(step) };
      await expect(fitClusterer(clusterer, matrix, slow, run)).rejects.toMatchObject({ code: "aborted" });
      expect(performance.now() - began).toBeLessThan(wait + 200);

      const shares = steps.map(({ done, total }) => done / total);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      // a package runs in its own thread and tells nothing
      if (clusterer.engine === "native" && wait === 400) expect(shares.length).toBeGreaterThan(1);
    });
  }
}
