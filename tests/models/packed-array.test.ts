import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { packArray, unpackFloats, unpackIntegers } from "../../src/models/packed-array.js";

const bits = (values: Float64Array) => [...new BigUint64Array(values.slice().buffer)];

test("any doubles come back to the last bit: minus nought, infinities and the smallest ones", () => {
  fc.assert(
    fc.property(fc.float64Array({ maxLength: 20 }), (values) => {
      const packed = JSON.parse(JSON.stringify(packArray(values)));
      expect(bits(unpackFloats(packed, "x", values.length))).toEqual(bits(values));
    }),
  );
  const edges = Float64Array.of(-0, Number.POSITIVE_INFINITY, Number.MIN_VALUE, -Number.MAX_VALUE);
  expect(bits(unpackFloats(packArray(edges), "x"))).toEqual(bits(edges));
});

test("any whole numbers of 32 bits come back", () => {
  fc.assert(
    fc.property(fc.int32Array({ maxLength: 20 }), (values) => {
      expect(unpackIntegers(packArray(values), "x")).toEqual(values);
    }),
  );
});

test("the bytes are little-endian", () => {
  expect(packArray(Int32Array.of(1))).toEqual({ type: "int32", length: 1, base64: "AQAAAA==" });
  expect(packArray(Float64Array.of(1)).base64).toBe(Buffer.from([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]).toString("base64"));
});

describe("refuses, before memory is taken,", () => {
  const one = packArray(Float64Array.of(1));
  it.each([
    ["another type", { ...one, type: "int32" as const }, "x holds int32, not float64"],
    ["another length than is needed", packArray(new Float64Array(2)), "x holds 2 numbers, not 1"],
    ["a length that is not there", { ...one, length: 1e15 }, "x holds 1000000000000000 numbers, not 1"],
    ["a shorter text", { ...one, base64: "AAAA" }, "x says it holds 1 numbers, but its text is 4 characters long"],
    ["what is no base64", { ...one, base64: "!!!!!!!!!!!!" }, "x is no base64"],
  ])("%s", (_, packed, message) => expect(() => unpackFloats(packed, "x", 1)).toThrow(message));

  it("a length that no text could hold", () => {
    expect(() => unpackFloats({ ...one, length: 1e15 }, "x")).toThrow("its text is 12 characters long");
  });
});
