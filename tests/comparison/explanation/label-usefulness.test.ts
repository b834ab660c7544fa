import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groupMeanPredictions, poissonDeviance } from "../../../src/comparison/explanation/group-mean-model.js";
import { labelUsefulness } from "../../../src/comparison/explanation/label-usefulness.js";
import { createRandom } from "../../../src/core/random.js";

interface Golden {
  readonly labels: number[];
  readonly segments: number[];
  readonly orders: number[];
  readonly folds: number[];
  readonly label: { rSquared: number; deviance: number };
  readonly segment: { rSquared: number; deviance: number };
}

const path = new URL("../../golden/explanation.json", import.meta.url);
const golden = (JSON.parse(readFileSync(path, "utf8")) as { usefulness: Golden }).usefulness;
const idsOf = (n: number): string[] => Array.from({ length: n }, (_, i) => String(1000 + i));

describe("the use of a label", () => {
  const data = {
    ids: idsOf(golden.labels.length),
    labels: golden.labels,
    segments: golden.segments.map(String),
    outcomes: { orders: Float64Array.from(golden.orders) },
  };
  const [use] = labelUsefulness(data, { foldOf: Int32Array.from(golden.folds), draws: 400 });

  it("is what pandas and scikit-learn make of the same groups and folds", () => {
    expect(use!.label.rSquared.value).toBeCloseTo(golden.label.rSquared, 12);
    expect(use!.label.deviance.value).toBeCloseTo(golden.label.deviance, 12);
    expect(use!.segment.rSquared.value).toBeCloseTo(golden.segment.rSquared, 12);
    expect(use!.segment.deviance.value).toBeCloseTo(golden.segment.deviance, 12);
  });

  it("is better where the label knows what the segment blurs, with the interval above 0", () => {
    expect(use!.answer).toBe("better than the RFM segment");
    expect(use!.difference.deviance.low).toBeGreaterThan(0);
    expect(use!.difference.deviance.value).toBeCloseTo(golden.label.deviance - golden.segment.deviance, 12);
    expect(use!.label.deviance.low).toBeLessThan(use!.label.deviance.value);
    expect(use!.label.deviance.high).toBeGreaterThan(use!.label.deviance.value);
  });

  it("is worse the other way round, and no different from itself", () => {
    const turned = { ...data, labels: golden.segments, segments: golden.labels.map(String) };
    expect(labelUsefulness(turned, { draws: 200 })[0]!.answer).toBe("worse than the RFM segment");
    const same = { ...data, segments: golden.labels.map(String) };
    expect(labelUsefulness(same, { draws: 200 })[0]!.answer).toBe("no telling from the RFM segment");
  });

  it("does not hang on the order of rows", () => {
    const order = data.ids.map((_, i) => i).sort((a, b) => ((a * 41) % 400) - ((b * 41) % 400));
    const turned = labelUsefulness(
      {
        ids: order.map((i) => data.ids[i]!),
        labels: order.map((i) => data.labels[i]!),
        segments: order.map((i) => data.segments[i]!),
        outcomes: { orders: Float64Array.from(order, (i) => golden.orders[i]!) },
      },
      { draws: 50 },
    );
    expect(turned).toEqual(labelUsefulness(data, { draws: 50 }));
  });

  it("is nothing where labels are dealt by chance", () => {
    const random = createRandom(4);
    const chance = { ...data, labels: golden.labels.map(() => random.integer(4)) };
    expect(labelUsefulness(chance, { draws: 50 })[0]!.label.deviance.value).toBeLessThan(0.02);
  });

  it("is 0 of an outcome that nobody has, and amounts below 0 are refused", () => {
    const none = { ...data, outcomes: { orders: new Float64Array(400) } };
    expect(labelUsefulness(none, { draws: 10 })[0]!.label.deviance).toEqual({ value: 0, low: 0, high: 0 });
    const below = { ...data, outcomes: { orders: new Float64Array(400).fill(-1) } };
    expect(() => labelUsefulness(below)).toThrow('customer 1000 has -1 as "orders"; give amounts of 0 or more');
  });
});

describe("the group means", () => {
  it("come from the other folds, drawn to the mean of all by one customer", () => {
    const outcome = Float64Array.of(1, 3, 8, 0);
    const predicted = groupMeanPredictions(["a", "a", "b", "c"], outcome, Int32Array.of(0, 1, 1, 1));
    // fold 0 learns 3, 8, 0: mean 11 / 3, group a has 3
    expect(predicted[0]).toBeCloseTo((3 + 11 / 3) / 2, 12);
    // fold 1 learns 1 alone; nobody of b and c
    expect([...predicted.slice(1)]).toEqual([1, 1, 1]);
  });

  it("miss nothing by the Poisson deviance where they are right", () => {
    expect(poissonDeviance(3, 3)).toBe(0);
    expect(poissonDeviance(0, 2)).toBe(4);
    expect(poissonDeviance(2, 1)).toBeCloseTo(2 * (2 * Math.log(2) - 1), 12);
  });
});
