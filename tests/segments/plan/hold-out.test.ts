import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { holdOut } from "../../../src/segments/plan/hold-out.js";

const ids = Array.from({ length: 20_000 }, (_, i) => `zq-id-${i}`);

describe("the universal hold-out", () => {
  it("holds out about the share that is asked for, and others by another salt", () => {
    const one = holdOut(ids, { share: 0.1, salt: "a" });
    const other = holdOut(ids, { share: 0.1, salt: "b" });
    const count = one.filter(Boolean).length;
    // within four standard errors of a tenth
    expect(Math.abs(count - 2000)).toBeLessThan(170);
    const both = one.filter((held, i) => held && other[i]).length;
    expect(Math.abs(both - 200)).toBeLessThan(60);
  });

  it("is the same for a customer whoever else is there, and in whatever order", () => {
    const rule = { share: 0.1, salt: "a" };
    const all = holdOut(ids, rule);
    const some = ids.filter((_, i) => i % 7 === 0).reverse();
    expect(holdOut(some, rule)).toEqual(all.filter((_, i) => i % 7 === 0).reverse());
  });

  it("keeps those of a smaller share in a larger one; none at 0, all at 1", () => {
    const [small, large] = [0.05, 0.2].map((share) => holdOut(ids, { share, salt: "a" }));
    expect(small!.every((held, i) => !held || large![i])).toBe(true);
    expect(holdOut(ids, { share: 0, salt: "a" })).not.toContain(true);
    expect(holdOut(ids, { share: 1, salt: "a" })).not.toContain(false);
  });

  it("goes by HMAC-SHA-256 of the id, so that any other program can repeat it", () => {
    const hash = createHmac("sha256", "salt").update("17850").digest("hex");
    const share = Number.parseInt(hash.slice(0, 12), 16) / 2 ** 48;
    expect(holdOut(["17850"], { share: share + 1e-9, salt: "salt" })).toEqual([true]);
    expect(holdOut(["17850"], { share: share - 1e-9, salt: "salt" })).toEqual([false]);
  });

  it("refuses a share outside 0 to 1", () => {
    expect(() => holdOut(ids, { share: 1.5, salt: "a" })).toThrow("holdoutShare is 1.5; give a number from 0 to 1");
  });
});
