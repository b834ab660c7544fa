import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Sales, SalesOptions } from "../../../src/sales/open-sales.js";
import { createRedaction } from "../../../src/sales/redaction/redaction.js";
import { keyFile } from "../../../src/sales/redaction/redaction-key.js";
import { scratchWorkspace } from "../../scratch-workspace.js";
import { openLines, openText } from "../tiny-shop.js";
import { telltaleId, telltaleShop } from "./telltale-shop.js";

const workspace = scratchWorkspace();
const open = (name: string, content: string, options: SalesOptions = {}) =>
  openText(workspace, name, content, { redact: true, maxRejects: 0.5, ...options });

/** Everything that a handle on sales can tell: its tables and its facts. */
async function everythingIn(sales: Sales): Promise<string> {
  const relations = await sales.rows<{ name: string }>(
    "SELECT table_name AS name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal",
  );
  const texts = [JSON.stringify({ ...sales, database: null, source: sales.source.name })];
  for (const { name } of relations) {
    texts.push(
      JSON.stringify((await sales.query(`FROM "${name}"`)).objects(), (_, v) => (typeof v === "bigint" ? `${v}` : v)),
    );
  }
  return texts.join("\n");
}

/** What stands around each id, or piece of one, in a text. */
const leaksIn = (text: string): string[] => [...text.matchAll(/.{0,30}(zq-id-|90000\d).{0,10}/gi)].map(([hit]) => hit);

describe("redacted sales", () => {
  it("hold no id in any table or sentence, though the plain ones hold them all over", async () => {
    const name = `of ${telltaleId(7)}.csv`;
    const plain = await open(name, telltaleShop(30), { redact: false });
    expect(leaksIn(await everythingIn(plain)).length).toBeGreaterThan(100);
    expect(leaksIn(plain.notes.join())).not.toEqual([]);
    plain.close();
    const sales = await open(name, telltaleShop(30));
    expect(leaksIn(await everythingIn(sales))).toEqual([]);
    expect(sales.source.name).toMatch(/^of p-[0-9a-z]{12}\.csv$/);
    expect(sales.rejects.rows).toBe(4);
    sales.close();
  });

  it("are the plain ones in everything else: rows in order, figures, ledger", async () => {
    const columns = `"row", quantity, price, revenue, fate, CAST(invoiced_at AS VARCHAR) AS day`;
    const [plain, redacted] = [
      await open("a.csv", telltaleShop(30), { redact: false }),
      await open("a.csv", telltaleShop(30)),
    ];
    const codes = "CASE WHEN sku LIKE 'CODE%' THEN NULL ELSE sku END AS sku";
    const rows = (sales: Sales) => sales.rows(`SELECT ${columns}, ${codes} FROM rows`);
    expect(await rows(redacted)).toEqual(await rows(plain));
    expect(redacted.ledger).toEqual(plain.ledger);
    const ids = (sales: Sales) => sales.rows<{ customer: string | null }>('SELECT customer FROM rows ORDER BY "row"');
    const hashed = (await ids(plain)).map(({ customer }) => customer && redacted.redaction!.pseudonymOf(customer));
    expect((await ids(redacted)).map(({ customer }) => customer)).toEqual(hashed);
    expect(plain.redaction).toBeNull();
    for (const sales of [plain, redacted]) sales.close();
  });

  it("keep the number of an invoice but for the id in it, which stays one invoice", async () => {
    const lines = Array.from(
      { length: 6 },
      (_, i) => `${17850 + i}-12,20001,A,1,2011-01-0${i + 1},2,${17850 + i},France`,
    );
    const sales = await openLines(
      workspace,
      [...lines, "17850-12,20002,B,1,2011-01-01,2,,France", "536365,20001,A,1,2011-01-07,2,17850,France"],
      { redact: true },
    );
    const { pseudonymOf } = sales.redaction!;
    const invoices = await sales.rows<{ invoice: string }>('SELECT invoice FROM rows ORDER BY "row"');
    expect(invoices.map(({ invoice }) => invoice)).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((i) => `${pseudonymOf(`${17850 + i}`)}-12`),
      `${pseudonymOf("17850")}-12`,
      "536365",
    ]);
    sales.close();
  });

  it("have the same hashes under one key, and others under another", async () => {
    const idsOf = async (options: SalesOptions, key?: string) => {
      if (key) process.env.SEGMENT_LAB_KEY = key;
      try {
        const sales = await open("b.csv", telltaleShop(20), options);
        const rows = await sales.rows<{ customer: string }>("SELECT DISTINCT customer FROM lines ORDER BY 1");
        sales.close();
        return rows.map(({ customer }) => customer);
      } finally {
        delete process.env.SEGMENT_LAB_KEY;
      }
    };
    const first = await idsOf({});
    expect(await idsOf({})).toEqual(first);
    expect(existsSync(join(workspace.root, keyFile))).toBe(true);
    const other = await idsOf({}, "another key of some length");
    expect(other.some((id) => first.includes(id))).toBe(false);
    expect(other).toContain(createRedaction("another key of some length").pseudonymOf(telltaleId(3)));
  });

  it("are kept beside the plain ones, under a name that does not tell the key", async () => {
    const caches = () => readdirSync(workspace.cacheFolder).filter((name) => name.startsWith("sales-"));
    const openKept = async (options: SalesOptions) => {
      const sales = await open("c.csv", telltaleShop(20), { cache: true, ...options });
      const told = await everythingIn(sales);
      sales.close();
      return told;
    };
    expect(leaksIn(await openKept({ redact: false }))).not.toEqual([]);
    const first = await openKept({});
    expect(leaksIn(first)).toEqual([]);
    expect(caches()).toHaveLength(2);
    expect(leaksIn(await openKept({}))).toEqual([]);
    process.env.SEGMENT_LAB_KEY = "another key of some length";
    expect(leaksIn(await openKept({}))).toEqual([]);
    delete process.env.SEGMENT_LAB_KEY;
    expect(caches()).toHaveLength(3);
  });

  it("tell no country of fewer than five customers apart, and none by subtraction", async () => {
    const shop = (...sizes: readonly (readonly [string, number])[]) => {
      let id = 0;
      return sizes.flatMap(([country, customers]) =>
        Array.from({ length: customers }, () => `${100 + ++id},20001,A,1,2011-01-0${1 + (id % 9)},2,${id},${country}`),
      );
    };
    const countriesOf = async (...sizes: readonly (readonly [string, number])[]) => {
      const sales = await openLines(workspace, shop(...sizes), { redact: true });
      const rows = await sales.rows<{ country: string | null; n: number }>(
        "SELECT country, count(DISTINCT customer) AS n FROM lines GROUP BY 1 ORDER BY 1",
      );
      sales.close();
      return Object.fromEntries(rows.map(({ country, n }) => [country, n]));
    };
    expect(await countriesOf(["France", 9], ["Spain", 3], ["Malta", 2])).toEqual({ France: 9, other: 5 });
    expect(await countriesOf(["France", 9], ["Spain", 6], ["Malta", 2])).toEqual({ France: 9, other: 8 });
    expect(await countriesOf(["France", 9], ["", 5])).toEqual({ France: 9, null: 5 });
    expect(await countriesOf(["France", 9], ["Spain", 5], ["", 1])).toEqual({ France: 9, other: 6 });
    expect(await countriesOf(["France", 9])).toEqual({ France: 9 });
  });

  it("still know a public data set by its content, and its licence", async () => {
    const known = "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom";
    const others = Array.from({ length: 5 }, (_, i) => `${i},20001,A,1,2011-01-01 10:00:00,2,${i + 1},France`);
    const sales = await openLines(workspace, [known, ...others], { redact: true });
    expect(sales.known?.title).toBe("Online Retail");
    expect(sales.currency).toBe("GBP");
    sales.close();
  });

  const bad: readonly [what: string, content: string, message: string][] = [
    [
      "fewer than five customers",
      "Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n1,10000,1,2011-01-01,2,7\n",
      "d.csv has 1 customers with a purchase; --redact shows no group of fewer than 5 people",
    ],
    [
      "a file without a header, whose first row would be quoted",
      "1,zq-id-000100,2011-01-01,3\n2,zq-id-000101,2011-01-02,4\n",
      'no columns for "invoice date", "price", "customer id" in d.csv (4 columns, not shown: --redact); map them with --columns invoiced_at=NAME,price=NAME,customer=NAME (or amount=NAME for a line\'s total)',
    ],
    [
      "too many rows that cannot be read, whose values would be quoted",
      `Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n${"1,10000,zq-id-000100,2011-01-01,2,7\n".repeat(9)}`,
      '9 of 9 rows of d.csv cannot be read (100.0 %, over the 50.0 % that --max-rejects allows): Quantity "not shown (--redact)" in line 2 and 8 more is not a whole number',
    ],
  ];
  it.each(bad)("refuse %s without an id in the message", async (_, content, message) => {
    await expect(open("d.csv", content)).rejects.toThrow(message);
  });
});
