import { expect, it } from "vitest";
import { blockSizes } from "../../../src/sales/synthetic/block-sizes.js";

it.each([
  [50, [50]],
  [1500, [1500]],
  [2999, [2999]],
  [3100, [1500, 1600]],
  [6000, [1500, 1500, 1500, 1500]],
])("takes %i customers in blocks of which the last takes the rest", (customers, sizes) => {
  expect(blockSizes(customers)).toEqual(sizes);
});
