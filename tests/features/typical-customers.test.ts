import { expect, it } from "vitest";
import { createMatrix } from "../../src/core/matrix.js";
import { typicalCustomers } from "../../src/features/typical-customers.js";

it("takes the customer nearest to the mean of each group, of equally near ones the lowest id", () => {
  const matrix = createMatrix([[0], [4], [5], [10], [12]], ["a"], ["3", "1", "2", "20", "9"]);
  // mean 3 of the first three, nearest 4; 10 and 12 are as near to 11
  expect(typicalCustomers(matrix, ["x", "x", "x", "y", "y"])).toEqual([
    { group: "x", customer: "1" },
    { group: "y", customer: "9" },
  ]);
  expect(() => typicalCustomers(matrix, ["x"])).toThrow("1 groups for 5 customers; give one a row");
});
