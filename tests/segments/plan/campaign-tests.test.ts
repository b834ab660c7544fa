import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createRandom } from "../../../src/core/random.js";
import { customersForUplift, detectableUplift } from "../../../src/segments/plan/detectable-uplift.js";
import { holm } from "../../../src/segments/plan/holm.js";
import { type FinishedTest, readTest } from "../../../src/segments/plan/read-test.js";

/** What tests/golden/campaign_tests.py computed with scipy, statsmodels and R. */
interface Golden {
  readonly uplifts: readonly {
    readonly contacts: number;
    readonly heldOut: number;
    readonly baseline: number;
    readonly alpha: number;
    readonly power: number;
    readonly uplift: number | null;
    readonly r?: number;
  }[];
  readonly needed: readonly {
    readonly uplift: number;
    readonly baseline: number;
    readonly holdoutShare: number;
    readonly customers: number;
  }[];
  readonly readings: readonly (FinishedTest & {
    readonly low: number;
    readonly high: number;
    readonly z: number | null;
    readonly exact: number;
  })[];
  readonly holm: readonly { readonly pValues: number[]; readonly corrected: number[] }[];
}

const golden = JSON.parse(readFileSync(new URL("../../golden/campaign-tests.json", import.meta.url), "utf8")) as Golden;

describe("the detectable uplift", () => {
  it.each(golden.uplifts)("of $contacts against $heldOut at $baseline is that of scipy and R", (given) => {
    const { alpha, power, uplift, r } = given;
    const own = detectableUplift(given, { alpha, power });
    if (uplift === null) return expect(own).toBeNull();
    expect(own).toBeCloseTo(uplift, 10);
    if (r !== undefined) expect(own).toBeCloseTo(r, 9);
  });

  it.each(golden.needed)(
    "$uplift at $baseline takes $customers customers",
    ({ uplift, baseline, holdoutShare, customers }) => {
      expect(customersForUplift(uplift, baseline, holdoutShare)).toBe(customers);
    },
  );

  it("does not exist without a group to compare with, nor where nobody is left to win", () => {
    expect(detectableUplift({ contacts: 1, heldOut: 0, baseline: 0.1 })).toBeNull();
    expect(detectableUplift({ contacts: 1, heldOut: 1, baseline: 0.1 })).toBeNull();
    expect(detectableUplift({ contacts: 900, heldOut: 100, baseline: 1 })).toBeNull();
    expect(customersForUplift(0, 0.1, 0.1)).toBeNull();
    expect(customersForUplift(1e-10, 0.1, 0.1)).toBeNull();
    expect(customersForUplift(0.02, 0.1, 0)).toBeNull();
    expect(customersForUplift(0.2, 0.9, 0.1)).toBeNull();
  });

  it("refuses probabilities outside 0 to 1", () => {
    expect(() => detectableUplift({ contacts: 9, heldOut: 9, baseline: 1.2 })).toThrow(
      "baseline is 1.2; give a number from 0 to 1",
    );
    expect(() => detectableUplift({ contacts: 9, heldOut: 9, baseline: 0.2 }, { power: 2 })).toThrow("power is 2");
  });

  it("is found in about four of five campaigns that are played", () => {
    const [contacts, heldOut, baseline] = [900, 100, 0.3];
    const uplift = detectableUplift({ contacts, heldOut, baseline })!;
    const random = createRandom(5);
    const buyers = (size: number, share: number): number =>
      Array.from({ length: size }, () => random.next() < share).filter(Boolean).length;
    let found = 0;
    for (let game = 0; game < 1000; game++) {
      const contactedBuyers = buyers(contacts, baseline + uplift);
      const reading = readTest({ contacts, contactedBuyers, heldOut, heldOutBuyers: buyers(heldOut, baseline) });
      if (reading.pValue < 0.05) found++;
    }
    // 0.8 within four standard errors
    expect(Math.abs(found / 1000 - 0.8)).toBeLessThan(0.051);
  });
});

describe("a finished test", () => {
  it.each(golden.readings)(
    "$contactedBuyers of $contacts against $heldOutBuyers of $heldOut is read as statsmodels does",
    (given) => {
      const reading = readTest(given);
      expect(reading.low).toBeCloseTo(given.low, 10);
      expect(reading.high).toBeCloseTo(given.high, 10);
      expect(reading.pValue).toBeCloseTo(reading.method === "exact" ? given.exact : given.z!, 10);
    },
  );

  test("has its uplift inside the interval, and says the same of the groups changed over", () => {
    const size = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n1, n0, s1, s0) => {
          const given = {
            contacts: n1,
            contactedBuyers: Math.round(s1 * n1),
            heldOut: n0,
            heldOutBuyers: Math.round(s0 * n0),
          };
          const one = readTest(given);
          const other = readTest({
            contacts: n0,
            contactedBuyers: given.heldOutBuyers,
            heldOut: n1,
            heldOutBuyers: given.contactedBuyers,
          });
          expect(one.low).toBeLessThanOrEqual(one.uplift + 1e-12);
          expect(one.high).toBeGreaterThanOrEqual(one.uplift - 1e-12);
          expect(one.pValue).toBeGreaterThanOrEqual(0);
          expect(one.pValue).toBeLessThanOrEqual(1);
          expect(other.uplift).toBeCloseTo(-one.uplift, 12);
          expect(other.low).toBeCloseTo(-one.high, 12);
          expect(other.pValue).toBeCloseTo(one.pValue, 9);
        },
      ),
    );
  });

  it("refuses counts that are none", () => {
    const good = { contacts: 10, contactedBuyers: 3, heldOut: 5, heldOutBuyers: 1 };
    expect(() => readTest({ ...good, contactedBuyers: 11 })).toThrow(
      "contactedBuyers is 11; give a whole number from 0 to 10",
    );
    expect(() => readTest({ ...good, heldOut: 0, heldOutBuyers: 0 })).toThrow("heldOut is 0");
    expect(() => readTest({ ...good, heldOutBuyers: 0.5 })).toThrow("heldOutBuyers is 0.5");
  });
});

describe("Holm's correction", () => {
  it.each(golden.holm)("of $pValues is that of statsmodels", ({ pValues, corrected }) => {
    holm(pValues).forEach((p, i) => {
      expect(p).toBeCloseTo(corrected[i]!, 12);
    });
  });

  test("never lowers a p-value, keeps their order, and does not hang on the order of campaigns", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.uniqueArray(p, { minLength: 1, maxLength: 8 }), (pValues) => {
        const own = holm(pValues);
        const turned = holm([...pValues].reverse()).reverse();
        expect(turned).toEqual(own);
        own.forEach((one, i) => {
          expect(one).toBeGreaterThanOrEqual(pValues[i]!);
          expect(one).toBeLessThanOrEqual(1);
        });
        const order = [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!);
        for (let i = 1; i < order.length; i++) expect(own[order[i]!]!).toBeGreaterThanOrEqual(own[order[i - 1]!]!);
      }),
    );
  });

  it("refuses what is no probability", () => {
    expect(() => holm([0.1, 1.5])).toThrow("a p-value is 1.5; give numbers from 0 to 1");
  });
});
