import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase, sqlText } from "../../../src/core/database.js";
import { segmentShop } from "../../../src/report/run/segment-shop.js";
import { writeRun } from "../../../src/report/run/write-run.js";
import { header } from "../../sales/tiny-shop.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const workspace = scratchWorkspace();
const folder = join(workspace.root, "run");

const harmless = [
  "a,b",
  'say "hi"',
  "two\nlines",
  "cr\r\nlf",
  "\u202Eevil\u202C",
  "\u200Fmark",
  "0012",
  "12e5",
  "'quoted",
  "؜x",
];
const formulas = ["=1+1", "+44 20", "-5", "@SUM(A1)", '=HYPERLINK("http://x","y")', "-1,5"];
const ids = [...harmless, ...formulas];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("odd customer ids", () => {
  beforeAll(async () => {
    const lines = ids.flatMap((id, i) =>
      [0, 1].map(
        (n) => `${100 + 2 * i + n},20001,A,${1 + i},2011-0${1 + n}-${10 + i} 10:00,${2 + n},${quoted(id)},France`,
      ),
    );
    // a customer who sent more back than was bought has a negative number beside the texts
    lines.push(`C100,20001,A,-9,2011-03-01 10:00,2,${quoted(ids[0]!)},France`);
    writeFileSync(join(workspace.root, "odd.csv"), `${[header, ...lines].join("\n")}\n`);
    const shop = await segmentShop({
      data: join(workspace.root, "odd.csv"),
      workspace,
      cache: false,
      choose: "kmeans:2",
    });
    await writeRun(folder, shop);
    shop.sales.close();
  });

  it("go through customers.parquet as they are", async () => {
    const rows = await read(`FROM read_parquet(${sqlText(join(folder, "customers.parquet"))})`);
    expect(rows.map(({ customer }) => customer).sort()).toEqual([...ids].sort());
  });

  it("go through customers.csv intact, with an apostrophe before what a spreadsheet would run", async () => {
    const rows = await read(
      `FROM read_csv(${sqlText(join(folder, "customers.csv"))}, header = true, quote = '"', escape = '"', delim = ',', all_varchar = true, new_line = '\\n')`,
    );
    expect(rows.map(({ customer }) => customer).sort()).toEqual(
      [...harmless, ...formulas.map((id) => `'${id}`)].sort(),
    );
    for (const row of rows) expect(Object.values(row)).not.toContain(undefined);
  });

  it("leave negative numbers as they are", async () => {
    const csv = readFileSync(join(folder, "customers.csv"), "utf8");
    const [first] = await read(
      `SELECT net_revenue FROM read_parquet(${sqlText(join(folder, "customers.parquet"))}) WHERE customer = 'a,b'`,
    );
    expect(first!.net_revenue).toBe(-13);
    expect(csv).toMatch(/^"a,b",[^\n]*,-13,/m);
    expect(csv).not.toMatch(/,'-\d/);
  });
});

async function read(sql: string): Promise<Record<string, unknown>[]> {
  const database = await openDatabase();
  const rows = await database.rows<Record<string, unknown>>(sql);
  database.close();
  return rows;
}
