import { table } from "arquero";
import { describe, expect, it } from "vitest";
import type { MatrixOptions } from "../../../src/features/matrix/matrix-options.js";
import { prepareMatrix } from "../../../src/features/matrix/prepare-matrix.js";

const customers = table({
  customer: ["7", "8", "9", "10"],
  orders: [1, 2, 3, 4],
  net_revenue: [5, 3, 9, 1],
  gross_revenue: [6, 3, 9, 2],
  country: ["France", "Spain", null, "France"],
  same: [4, 4, 4, 4],
  empty: [null, null, null, null],
  broken: [1, Number.NaN, 2, 3],
  endless: [1, 2, 3, Number.POSITIVE_INFINITY],
});

const cases: readonly [string, unknown, string][] = [
  [
    "an unknown column",
    { columns: ["net_revenu"] },
    'no column "net_revenu" among the customers; did you mean net_revenue or gross_revenue?',
  ],
  [
    "a column like no other",
    { columns: ["zzz"] },
    'no column "zzz" among the customers (found: customer, orders, net_revenue,',
  ],
  [
    "a column of text",
    { columns: ["country"] },
    'column "country" is no number (customer "7" has "France"); choose another',
  ],
  ["NaN", { columns: ["broken"] }, 'customer "8" has NaN in column "broken"; mend the value or leave the customer out'],
  [
    "an infinite value",
    { columns: ["endless"] },
    'customer "10" has Infinity in column "endless"; mend the value or leave the customer out',
  ],
  [
    "a constant column, refused",
    { columns: ["orders", "same", "empty"], constant: "refuse" },
    '"same" is the same for every customer, "empty" has no value for any customer; leave such columns out or set constant to "drop"',
  ],
  [
    "nothing but constant columns",
    { columns: ["same", "empty"] },
    "no column is left for the matrix (same: is the same for every customer; empty: has no value for any customer); choose others",
  ],
  ["no column", { columns: [] }, "no columns are chosen for the matrix; name one"],
  ["a column twice", { columns: ["orders", "orders"] }, 'column "orders" is chosen twice; name it once'],
  ["a mistyped option", { colums: ["orders"] }, 'no option "colums"; did you mean columns?'],
  [
    "a mistyped key of a column",
    { columns: [{ column: "orders", scal: "none" }] },
    'no key of a column "scal"; did you mean scale?',
  ],
  [
    "an unknown transform",
    { columns: ["orders"], transform: "log" },
    'transform is "log"; choose from none, log1p, yeo-johnson, quantile-normal',
  ],
  [
    "an unknown scale",
    { columns: ["orders"], scale: { orders: "z" } },
    'scale is "z"; choose from standard, robust, minmax, none',
  ],
  [
    "a filling for a column that is not there",
    { columns: ["orders"], missing: { order: "zero" } },
    '"order" is not among the matrix\'s columns; did you mean orders?',
  ],
  [
    "unknown outliers",
    { columns: ["orders"], outliers: "delete" },
    'outliers is "delete"; choose from keep, winsorize, isolation-forest',
  ],
  [
    "a quantile above 1",
    { columns: ["orders"], outliers: { method: "winsorize", upper: 99 } },
    "upper is 99; give a number from 0.5 to 1",
  ],
  [
    "half a tree",
    { columns: ["orders"], outliers: { method: "isolation-forest", trees: 0.5 } },
    "trees is 0.5; give a whole number from 1 to 10000",
  ],
  [
    "an unknown split",
    { columns: ["orders"], split: "country" },
    'split is "country"; there is wholesale, or leave it out',
  ],
  [
    "a split without its columns",
    { columns: ["orders"], split: "wholesale" },
    'no column "units_per_order" among the customers',
  ],
  ["a rule without a group", { columns: ["orders"], rows: { all: [] } }, "a rule on rows has no group"],
  [
    "a rule without conditions",
    { columns: ["orders"], rows: { group: "new" } },
    'the rule on rows "new" has no conditions',
  ],
  [
    "a rule on no column",
    { columns: ["orders"], rows: { all: [{ column: "orderz", atLeast: 1 }], group: "new" } },
    'no column "orderz" among the customers; did you mean orders?',
  ],
  [
    "a rule that nobody meets",
    { columns: ["orders"], rows: { all: [{ column: "orders", atLeast: 9 }], group: "new" } },
    "0 customers of 4 (the others are set aside) are too few for a matrix; 2 is the least",
  ],
  ["a seed that is no number", { columns: ["orders"], seed: 0.5 }, "seed is 0.5; give a whole number"],
  [
    "too few customers to prune",
    { columns: ["orders", "net_revenue", "same2", "same3"], prune: { correlation: 1 } },
    "4 customers are too few to tell the variance inflation of 4 columns; take more customers or fewer columns",
  ],
];

describe("prepareMatrix refuses", () => {
  const wider = customers.assign(table({ same2: [4, 1, 7, 3], same3: [1, 8, 2, 2] }));
  it.each(cases)("%s", (_, options, message) => {
    expect(() => prepareMatrix(wider, options as MatrixOptions)).toThrow(message);
  });

  it("a table without ids", () => {
    const message = 'no column "customer" among the customers (found: orders)';
    expect(() =>
      prepareMatrix(
        customers.select("orders"),
        ["orders"].map((column) => ({ column })),
      ),
    ).toThrow(message);
  });
});

describe("prepareMatrix goes on, and says so,", () => {
  it("without columns that are the same for all", () => {
    const { columns, preparation } = prepareMatrix(customers, { columns: ["orders", "same", "empty"] });
    expect(columns).toEqual(["orders"]);
    expect(preparation.dropped.map(({ name, why }) => `${name} ${why}`)).toEqual([
      "same is the same for every customer",
      "empty has no value for any customer",
    ]);
  });

  it("with fewer customers than columns", () => {
    const two = customers.slice(0, 2).reify();
    const { preparation } = prepareMatrix(two, { columns: ["orders", "net_revenue", "gross_revenue"] });
    expect(preparation.notes).toEqual([
      "2 customers for 3 columns: distances between so few say little; take fewer columns",
    ]);
  });
});
