import { expect, test } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { shopFacts } from "../../src/features/shop-facts.js";
import { openLines } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();
const lines = [
  "1,A,X,2,2011-01-01 10:00,10,7,France",
  "2,A,X,4,2011-01-11 10:00,10,7,France",
  "3,B,X,30,2011-01-31 10:00,1,7,France",
  "4,B,X,1,2011-01-05 10:00,3,8,Spain",
  "5,B,X,1,2011-01-09 10:00,3,8,Spain",
];

test("finds by hand what features take from the whole shop", async () => {
  const sales = await openLines(workspace, lines);
  // customer 7 waits 10 and 20 days, customer 8 four: medians 15 and 4
  expect(await shopFacts(sales)).toEqual({ medianGapDays: 9.5, medianOrder: 20, bulkUnits: 19.6, country: "France" });
  expect(await shopFacts(sales, "2011-01-05")).toEqual({
    medianGapDays: null,
    medianOrder: 20,
    bulkUnits: 2,
    country: "France",
  });
  sales.close();
});

test("the shop's own facts, given back, change nothing; another shop's change what reads them and no more", async () => {
  const sales = await openLines(workspace, lines);
  const own = await buildFeatures(sales);
  const facts = await shopFacts(sales);
  expect((await buildFeatures(sales, { shop: facts })).objects()).toEqual(own.objects());
  const other = { medianGapDays: 100.1, medianOrder: null, bulkUnits: 1, country: "O'Land'); DROP TABLE rows; --" };
  const told = await buildFeatures(sales, { shop: other });
  const changed = featureCatalogue
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(told.array(name)) !== JSON.stringify(own.array(name)));
  expect(changed.sort()).toEqual(["bulk_share", "domestic", "expected_gap_days", "overdue_ratio"]);
  // (2 gaps · 15 + 3 · 100.1) / (3 + 2)
  expect(told.get("expected_gap_days", 0)).toBe((2 * 15 + 3 * 100.1) / 5);
  sales.close();
});
