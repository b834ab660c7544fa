import { describe, expect, it } from "vitest";
import { createMatrix } from "../../src/core/matrix.js";

describe("a matrix", () => {
  it("is laid out row after row and names what is not named", () => {
    const matrix = createMatrix([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect([...matrix.data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(matrix).toMatchObject({ rows: 3, columns: ["x1", "x2"], ids: ["1", "2", "3"] });
  });

  it("takes a flat array as it is", () => {
    const data = Float64Array.of(1, 2, 3, 4);
    expect(createMatrix(data, ["a", "b"]).data).toBe(data);
  });

  it("refuses rows of unequal length and values that fill no row", () => {
    expect(() => createMatrix([[1, 2], [3]])).toThrow("row 2 has 1 values, not 2");
    expect(() => createMatrix(Float64Array.of(1, 2, 3), ["a", "b"])).toThrow("3 values do not fill rows of 2 columns");
    expect(() => createMatrix([[1]], ["a"], [])).toThrow("0 ids for 1 rows");
  });
});
