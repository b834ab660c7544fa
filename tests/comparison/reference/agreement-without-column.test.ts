import { describe, expect, it } from "vitest";
import { agreementWithoutColumn } from "../../../src/comparison/reference/agreement-without-column.js";
import { centreRows } from "../../../src/comparison/reference/centre-rows.js";
import { createMatrix } from "../../../src/core/matrix.js";
import { createRandom } from "../../../src/core/random.js";
import { plantedBlobs } from "../../clustering/planted.js";

const random = createRandom(5);
const group = Array.from({ length: 400 }, (_, i) => i % 2);
const labels = Int32Array.from(group);

describe("what is left of groups without any one column", () => {
  it("is all of them where several columns tell them apart", () => {
    const rows = group.map((one) => [0, 1, 2, 3].map(() => 5 * one + random.normal()));
    expect(agreementWithoutColumn(centreRows(createMatrix(rows)), labels)).toBeGreaterThan(0.95);
  });

  it("is next to nothing where one column makes them", () => {
    const rows = group.map((one) => [random.normal(), 9 * one + random.normal(), random.normal(), random.normal()]);
    expect(agreementWithoutColumn(centreRows(createMatrix(rows)), labels)).toBeLessThan(0.1);
  });

  it("needs three columns, and is less than all where the two that part each group from the next are two", () => {
    const flat = createMatrix(group.map((one) => [9 * one + random.normal(), random.normal()]));
    expect(agreementWithoutColumn(centreRows(flat), labels)).toBe(1);
    const { matrix, truth } = plantedBlobs();
    const left = agreementWithoutColumn(centreRows(matrix), Int32Array.from(truth));
    expect(left).toBeGreaterThan(0.5);
    expect(left).toBeLessThanOrEqual(1);
  });

  it("is the same in whatever units and order the columns come", () => {
    const rows = group.map((one) => [2 * one + random.normal(), one + random.normal(), 3 * one + random.normal()]);
    const plain = agreementWithoutColumn(centreRows(createMatrix(rows)), labels);
    const turned = rows.map(([a, b, c]) => [1000 * c!, a!, b! / 50]);
    expect(agreementWithoutColumn(centreRows(createMatrix(turned)), labels)).toBeCloseTo(plain, 12);
  });
});
