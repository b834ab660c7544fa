import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ColumnTable } from "arquero";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase, sqlText } from "../../src/core/database.js";
import { buildFeatures } from "../../src/features/build-features.js";
import { openSales } from "../../src/sales/open-sales.js";
import { hasRealData, realData } from "../real-data.js";
import { scratchWorkspace } from "../scratch-workspace.js";

describe.skipIf(!hasRealData)("the real transactions give the same customers", () => {
  const workspace = scratchWorkspace();
  const file = (name: string) => join(workspace.root, name);

  async function customersOf(path: string): Promise<ColumnTable> {
    const sales = await openSales({ data: path, workspace, cache: false });
    const customers = await buildFeatures(sales);
    expect(sales.rejects.rows).toBe(0);
    sales.close();
    return customers;
  }
  const rows = (table: ColumnTable) => table.objects({ limit: Number.POSITIVE_INFINITY });

  let expected: object[];
  beforeAll(async () => {
    expected = rows(await customersOf(realData));
    const database = await openDatabase();
    const write = (select: string, name: string, options = "HEADER") =>
      database.run(`COPY (SELECT ${select} FROM ${sqlText(realData)}) TO ${sqlText(file(name))} (${options})`);
    await write("*", "plain.csv");
    await write("*", "packed.csv.gz", "HEADER, COMPRESSION gzip");
    await write(
      `"Invoice" AS "Name", "Customer ID" AS "Email", strftime("InvoiceDate", '%Y-%m-%d %H:%M:%S +0000') AS "Created at",
       "Quantity" AS "Lineitem quantity", "Description" AS "Lineitem name", "Price" AS "Lineitem price",
       "StockCode" AS "Lineitem sku", "Country" AS "Shipping Country", 'GBP' AS "Currency"`,
      "shopify.csv",
    );
    database.close();
    writeFileSync(file("latin.csv"), Buffer.from(readFileSync(file("plain.csv"), "utf8"), "latin1"));
  }, 240_000);

  it.each(["latin.csv", "packed.csv.gz", "shopify.csv"])(
    "from %s",
    async (name) => {
      const found = rows(await customersOf(file(name)));
      expect(found).toHaveLength(expected.length);
      // the customers that differ say more than two tables of thousands of rows
      const differing = found.flatMap((row, i) => (isDeepStrictEqual(row, expected[i]) ? [] : [[row, expected[i]]]));
      expect(differing).toEqual([]);
    },
    120_000,
  );
});
