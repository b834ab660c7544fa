import { expect, test } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { featureCatalogue } from "../../src/features/catalogue.js";
import { columnsBehind, columnsTold } from "../../src/features/telling-columns.js";
import { openText } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();
const rows = [
  ["Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"],
  ["1", "A", "2", "2011-01-01 10:00", "10", "7", "France"],
  ["1", "B", "4", "2011-01-01 10:00", "10", "7", "France"],
  ["2", "A", "4", "2011-01-11 17:00", "2", "7", "France"],
  ["3", "A", "5", "2011-01-11 23:00", "2", "8", "Spain"],
  ["4", "B", "1", "2011-01-13 12:00", "3", "8", "Spain"],
  ["C5", "A", "-2", "2011-01-14 12:00", "2", "8", "Spain"],
];
/** The file without some of its columns, dates without their time where wanted. */
const without = (columns: readonly string[], isDated = false) =>
  rows
    .map((row) => row.filter((_, j) => !columns.includes(rows[0]![j]!)).join(","))
    .join("\n")
    .replace(isDated ? / \d\d:00/g : /never/, "");

test("tells which columns a file has and says something in", async () => {
  const told = async (text: string) => {
    const sales = await openText(workspace, "orders.csv", text);
    const columns = await columnsTold(sales);
    sales.close();
    return columns;
  };
  expect(await told(without([]))).toEqual(["invoice", "sku", "quantity", "country", "time"]);
  expect(await told(without(["StockCode"]))).toEqual(["invoice", "quantity", "country", "time"]);
  expect(await told(without(["Country"], true))).toEqual(["invoice", "sku", "quantity"]);
  expect(await told("customer,date,amount\n7,2011-01-01,20\n8,2011-01-02,20\n")).toEqual([]);
});

/** Every feature that has another value in the one file than in the other. */
async function differing(text: string, other: string): Promise<string[]> {
  const [a, b] = await Promise.all(
    [text, other].map(async (content, i) => {
      const sales = await openText(workspace, `orders-${i}.csv`, content);
      const table = await buildFeatures(sales);
      sales.close();
      return table;
    }),
  );
  return featureCatalogue
    .filter(({ name, grain }) => grain !== "score" && String(a!.array(name)) !== String(b!.array(name)))
    .map(({ name }) => name);
}

const totals = (columns: readonly string[]) => without(columns).replace("Price", "Amount");

test.each([
  ["sku", without([]), without(["StockCode"]), "product_entropy"],
  ["country", without([]), without(["Country"]), "country"],
  ["time", without([]), without([], true), "preferred_hour"],
  ["quantity", totals([]), totals(["Quantity"]), "units_per_order"],
  ["invoice", totals(["StockCode"]), totals(["StockCode", "Invoice"]), "lines_per_order"],
] as const)("what is another in a file without %s is said to be made of it", async (column, whole, less, one) => {
  const changed = await differing(whole, less);
  expect(changed).toContain(one);
  expect(changed.filter((name) => !columnsBehind(name).includes(column))).toEqual([]);
});

test("a feature that does not hang on how lines make orders asks for no invoice", () => {
  expect(["recency_days", "units", "price_per_unit", "orders", "net_revenue"].map(columnsBehind)).toEqual([
    [],
    ["quantity"],
    ["quantity"],
    ["invoice"],
    [],
  ]);
});
