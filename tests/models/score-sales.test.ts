import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { cluster } from "../../src/clustering/cluster.js";
import { buildFeatures } from "../../src/features/build-features.js";
import type { MatrixOptions } from "../../src/features/matrix/matrix-options.js";
import { prepareMatrix } from "../../src/features/matrix/prepare-matrix.js";
import { createModel } from "../../src/models/create-model.js";
import { describeScores } from "../../src/models/describe-scores.js";
import { scoreSales } from "../../src/models/score-sales.js";
import type { SegmentModel } from "../../src/models/segment-model.js";
import { settingsFor } from "../../src/models/settings-for.js";
import { openSales, type Sales, type SalesOptions } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { openText } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();
let sales: Sales;
let model: SegmentModel;

async function modelOf(own: Sales, options: MatrixOptions = {}, k = 4): Promise<SegmentModel> {
  const matrix = prepareMatrix(await buildFeatures(own), options);
  return createModel(matrix, await cluster(matrix, "kmeans", { k, seed: 1 }), { sales: own });
}

beforeAll(async () => {
  sales = await openSales({ data: "sample", workspace });
  model = await modelOf(sales);
});
afterAll(() => sales.close());

/** The lines of some customers of the synthetic shop, as a file of their own. */
async function linesOf(customers: string, columns = "*", end = "2100-01-01"): Promise<string> {
  const table = await sales.query(
    `SELECT ${columns} FROM (SELECT invoice AS "Invoice", sku AS "StockCode", quantity AS "Quantity",
      strftime(invoiced_at, '%Y-%m-%d %H:%M') AS "InvoiceDate", price AS "Price", customer AS "Customer ID", country AS "Country"
      FROM rows WHERE fate IN ('sold', 'returned') AND ${customers} AND invoiced_at < '${end}' ORDER BY "row")`,
  );
  return table.toCSV();
}

async function score(text: string, settings: SalesOptions = {}, by = model, asOf?: string) {
  const few = await openText(workspace, "orders.csv", text, settingsFor(by, settings));
  try {
    return await scoreSales(by, few, { asOf });
  } finally {
    few.close();
  }
}

test("the sales of a k-means model get the labels that it gave them, with the features that it reads", async () => {
  const customers = await buildFeatures(sales);
  const matrix = prepareMatrix(customers);
  const { labels } = await cluster(matrix, "kmeans", { k: 4, seed: 1 });
  const scored = await scoreSales(model, sales);
  expect([...(scored.array("cluster") as number[])]).toEqual([...labels]);
  for (const name of scored.columnNames().slice(0, -3)) expect(scored.array(name)).toEqual(customers.array(name));
  expect(scored.columnNames()).toEqual(["customer", ...matrix.columns, "cluster", "segment", "margin"]);
});

test("a few customers alone are scored as they are among all: by the model's shop, not their own", async () => {
  const all = await scoreSales(model, sales);
  const text = await linesOf("customer IN ('12000', '12005', '12010')");
  const few = await score(text, {}, model, sales.asOf);
  const ids = few.array("customer") as string[];
  expect(ids.length).toBeGreaterThan(1);
  const among = all.objects().filter((row) => ids.includes((row as { customer: string }).customer));
  expect(few.objects()).toEqual(among);
});

test("features are as of the data's last day, or of the day that is named", async () => {
  const text = await linesOf("customer = '12000'");
  const [own, later] = [await score(text), await score(text, {}, model, "2012-12-10")];
  expect(later.get("recency_days", 0) - own.get("recency_days", 0)).toBeGreaterThan(300);
  expect(own.get("recency_days", 0)).toBe(1);
});

test("data are cleaned as the model's own were, unless a rule is named", () => {
  const { shop } = model;
  expect(settingsFor(model, { data: "x.csv" })).toEqual({ data: "x.csv", rules: shop!.cleaning });
  expect(settingsFor(model, { cleaning: "naive" })).toEqual({ cleaning: "naive" });
  expect(settingsFor({ ...model, shop: null }, { data: "x.csv" })).toEqual({ data: "x.csv" });
  const hostile = { ...model, shop: { ...shop!, cleaning: [{ rule: "rm -rf" as "sales" }] } };
  expect(() => settingsFor(hostile, {})).toThrow('step 1 of the rules is "rm -rf"; there are');
});

describe("refuses by name", () => {
  it("what a file without stock codes cannot give", async () => {
    const text = await linesOf("customer < '12020'", "COLUMNS(c -> c <> 'StockCode')");
    await expect(score(text)).rejects.toThrow(
      "model needs columns revenue_per_order, product_entropy, repeat_product_share, return_rate; orders.csv gives no " +
        '"stock code" to make them of: map it with --columns sku=NAME, or make a model without them',
    );
  });

  it("several columns that are not there", async () => {
    await expect(score("customer,date,amount\n7,2011-01-01,20\n7,2011-03-01,20\n")).rejects.toThrow(
      'gives no "invoice", no "stock code", no "quantity" to make them of: map it with --columns invoice=NAME,sku=NAME,quantity=NAME',
    );
  });

  it("but asks for no more than the model reads, or than its own file had", async () => {
    const rfm = await modelOf(sales, { preset: "rfm" });
    const text = await linesOf("customer < '12020'", "COLUMNS(c -> c NOT IN ('StockCode', 'Country'))");
    expect((await score(text, {}, rfm)).numRows()).toBeGreaterThan(1);
    const plain = "customer,date,amount\n7,2011-01-01,20\n7,2011-03-01,20\n8,2011-01-01,300\n9,2011-02-01,20\n";
    const own = await openText(workspace, "plain.csv", plain);
    const list = await modelOf(own, {}, 2);
    own.close();
    expect((await score(plain, {}, list)).numRows()).toBe(3);
  });

  it("another currency", async () => {
    const text = await linesOf("customer < '12020'");
    await expect(score(text, { currency: "EUR" })).rejects.toThrow(
      "orders.csv is in EUR, the model was made in GBP; give amounts in GBP, and --currency GBP where they are",
    );
    expect((await score(text, { currency: "GBP" })).numRows()).toBeGreaterThan(1);
  });

  it("a model of ranks, of columns that are no features, and of a table", async () => {
    const ranks = await modelOf(sales, { columns: ["orders", "m_score"] });
    await expect(scoreSales(ranks, sales)).rejects.toThrow(
      "model needs columns m_score: ranks among the customers of one file",
    );
    const [first] = model.preparation.columns;
    const shoe = { ...model, preparation: { ...model.preparation, columns: [{ ...first!, column: "shoe_size" }] } };
    await expect(scoreSales(shoe, sales)).rejects.toThrow(
      "model needs columns shoe_size, which are no features of sales",
    );
    await expect(scoreSales({ ...model, shop: null }, sales)).rejects.toThrow(
      "the model was made of a table, not of sales",
    );
  });
});

test("says how many rows could not be read", async () => {
  const bad = `${(await linesOf("customer < '12050'")).trimEnd()}\n9,A,many,2011-01-01 10:00,1,12000,France\n`;
  const few = await openText(workspace, "orders.csv", bad, { ...settingsFor(model, {}), maxRejects: 0.5 });
  const lines = describeScores(model, few, await scoreSales(model, few));
  few.close();
  expect(lines.at(-1)).toBe("1 rows could not be read; npm run segment lists them");
});

test("says how many went where, and of a cut tree how far it agrees with itself", async () => {
  const matrix = prepareMatrix(await buildFeatures(sales));
  const ward = await cluster(matrix, "hierarchical", { k: 3 });
  const segments = [0, 1, 2].map((c) => ({ cluster: c, name: `group ${c}` }));
  const cut = await createModel(matrix, ward, { sales, segments });
  const scored = await scoreSales(cut, sales);
  const lines = describeScores(cut, sales, scored);
  expect(lines[0]).toBe("1,500 customers of sample by the model of sample, as of 2011-12-10 (ward):");
  expect(lines).toHaveLength(5);
  const agreeing = (scored.array("cluster") as number[]).filter((label, i) => label === ward.labels[i]).length;
  expect(agreeing).toBeLessThan(1500);
  expect(lines.at(-1)).toBe(
    `of the 1,500 customers whom the model was made of, ${((agreeing / 1500) * 100).toFixed(1)} % get their own cluster again`,
  );
  expect(describeScores(model, sales, await scoreSales(model, sales)).at(-1)).toMatch(
    /^ {2}no name: 1,500 \(100\.0 %\)$/,
  );
});

describe.skipIf(!hasRealData)("Online Retail II", () => {
  it("scored with the model of its own k-means gives the labels it had", async () => {
    const real = await openSales({ data: realData, workspace });
    const matrix = prepareMatrix(await buildFeatures(real));
    const clustering = await cluster(matrix, "kmeans", { k: 5, seed: 1 });
    const own = await createModel(matrix, clustering, { sales: real });
    const scored = await scoreSales(own, real);
    real.close();
    expect([...(scored.array("cluster") as number[])]).toEqual([...clustering.labels]);
    expect(own.clustering.agreement).toBe(1);
  });
});
