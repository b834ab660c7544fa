import { readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSales } from "../../src/sales/open-sales.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { header } from "./tiny-shop.js";

const workspace = scratchWorkspace();
const data = join(workspace.root, "shop.csv");
writeFileSync(
  data,
  `${header}\n1,10000,A,2,2011-01-01 10:00:00,1.50,7,France\nC2,10000,A,-1,2011-01-02 10:00:00,1.50,7,France\n`,
);

async function read() {
  const sales = await openSales({ data, workspace });
  const rows = (await sales.query('SELECT * FROM rows ORDER BY "row"')).objects();
  const matches = (await sales.query("FROM return_matches")).objects();
  const { ledger, overlap, asOf, plan } = sales;
  sales.close();
  return { rows, matches, ledger, overlap, asOf, plan };
}

const entries = () => readdirSync(workspace.cacheFolder);

describe("the cache of cleaned sales", () => {
  it("serves two runs that start at once, leaves one entry and no draft, and gives what was read", async () => {
    const [first, second] = await Promise.all([read(), read()]);
    expect(second).toEqual(first);
    expect(entries()).toEqual([expect.stringMatching(/^sales-[0-9a-f]{24}$/)]);
    expect(await read()).toEqual(first);
  });

  it.each(["rows.parquet", "rejects.parquet", "facts.json"])("is made anew where its %s is cut short", async (file) => {
    const whole = await read();
    const [entry] = entries();
    truncateSync(join(workspace.cacheFolder, entry!, file), 10);
    expect(await read()).toEqual(whole);
    // and the entry is whole again
    expect(await read()).toEqual(whole);
    expect(entries()).toEqual([entry]);
  });

  it("keeps what other parameters give beside it", async () => {
    const sales = await openSales({ data, workspace, cleaning: "naive" });
    expect(sales.ledger).toHaveLength(3);
    sales.close();
    expect(entries()).toHaveLength(2);
    expect((await read()).ledger).toHaveLength(7);
  });
});
