import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextRedactor } from "../../../src/sales/redaction/text-redactor.js";

const redactorOf = (...ids: string[]) => createTextRedactor(new Map(ids.map((id, i) => [id, `p-${i}`])));

describe("createTextRedactor", () => {
  it("finds a long id inside a word, in any case", () => {
    const redact = redactorOf("zq-id-000123");
    expect(redact("INVZQ-ID-000123X, zq-id-000123")).toBe("INVp-0X, p-0");
  });

  it("finds a short id where it stands by itself", () => {
    const redact = redactorOf("anna");
    expect(redact("FOR ANNA: anna's box")).toBe("FOR p-0: p-0's box");
    expect(redact("HAVANNA, annat")).toBe("HAVANNA, annat");
  });

  it("takes digits for an id from seven on, where no other digit stands beside them", () => {
    const redact = redactorOf("17850", "1785012");
    expect(redact("SET OF 17850")).toBe("SET OF 17850");
    expect(redact("C1785012-1 and 91785012 and 17850123")).toBe("Cp-1-1 and 91785012 and 17850123");
  });

  it("takes the longest of ids that begin alike", () => {
    expect(redactorOf("zq-id-000123", "zq-id-0001234")("zq-id-0001234 zq-id-000123")).toBe("p-1 p-0");
  });

  it("leaves a text as it is that holds no id, whatever its characters", () => {
    const redact = redactorOf("zq-id-000123");
    for (const text of ["", "a", "İstanbul zq-id-", "\u202Ezq\u202C", "zq-id-00012"]) expect(redact(text)).toBe(text);
  });

  it("leaves no long id in any text", () => {
    const id = fc.string({ minLength: 8, maxLength: 12, unit: fc.constantFrom(..."ab-1/") });
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 5 }), fc.array(fc.string()), (ids, others) => {
        const telling = ids.filter((one) => !/^\d+$/.test(one));
        // a hash of no letter that an id has, so that no id comes of it
        const redact = createTextRedactor(new Map(telling.map((one) => [one, "p"])));
        const text = redact(others.flatMap((other, i) => [other, ids[i % ids.length]!]).join(" ")).toLowerCase();
        for (const one of telling) expect(text).not.toContain(one);
      }),
    );
  });
});
