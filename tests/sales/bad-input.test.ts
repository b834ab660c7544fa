import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSales, type Sales, type SalesOptions } from "../../src/sales/open-sales.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { writeZip } from "./formats/write-zip.js";
import { header, openText } from "./tiny-shop.js";

// a line of 200 MB stands in formats/text-files.test.ts, a full disk in full-disk.test.ts,
// a cache cut short and two runs at once in sales-cache.test.ts
const workspace = scratchWorkspace();
const line = "1001,85123A,LIGHT,6,2011-03-01 08:26:00,2.55,17850,United Kingdom";
const shop = (...lines: string[]) => `${[header, ...lines].join("\n")}\n`;
const numbered = (count: number) => Array.from({ length: count }, (_, i) => line.replace("1001", String(i)));
const over = (share: string) => `(${share} %, over the 1.0 % that --max-rejects allows)`;

/** Spreads bytes evenly over a range, the same ones each time. */
const garbage = (from: number, to: number) =>
  Buffer.from(Array.from({ length: 5000 }, (_, i) => from + ((i * 7919 + (i >> 3) * 104_729) % (to - from))));

async function messageOf(opening: Promise<Sales>): Promise<string> {
  try {
    (await opening).close();
    return "nothing was wrong";
  } catch (error) {
    return (error as Error).message;
  }
}

const noText = "shop.csv is not a text file in UTF-8 or latin-1; export it anew as .csv in UTF-8";
const wide = Array.from({ length: 9_992 }, (_, i) => `x${i}`).join(",");

const refused: readonly [what: string, content: string | Uint8Array, message: string][] = [
  ["binary garbage", garbage(0, 256), noText],
  ["garbage without a control character", garbage(33, 256), noText],
  [
    "Japanese text in Shift-JIS",
    Buffer.from(`${header}\n${"\x83\x4a\x83\x62\x83\x76,".repeat(20)}\n`, "latin1"),
    noText,
  ],
  [
    "a ragged row",
    shop(line, "1,2,3"),
    `1 of 2 rows of shop.csv cannot be read ${over("50.0")}: the row "1,2,3" in line 3 has 3 values where the header has 8`,
  ],
  [
    "a quote that never closes",
    shop(line, line.replace("LIGHT", '"LIGHT'), line),
    'shop.csv has a quote that opens in line 3 and never closes; close it, or say with --quote "" that nothing is quoted',
  ],
  [
    "a quote in the header that never closes",
    `"${shop(line)}`,
    'shop.csv has a quote in its header, line 1, that never closes; close it, or say with --quote "" that nothing is quoted',
  ],
  [
    "a NUL byte",
    shop(line, line.replace("LIGHT", "LI\0GHT")),
    "shop.csv has a NUL byte in line 3; it is not text, or it is damaged",
  ],
  [
    "its header twice",
    shop(line, header),
    `1 of 2 rows of shop.csv cannot be read ${over("50.0")}: Quantity "Quantity" in line 3 is not a whole number`,
  ],
  [
    "its columns twice",
    `${header},${header}\n${line},${line}\n`,
    'shop.csv has two columns named "Invoice"; rename or remove one of them',
  ],
  ["no rows", shop(), "shop.csv has a header but no rows"],
  ["titles and no rows", `Sales\nof 2011\n\n${shop()}`, "shop.csv has a header but no rows"],
  [
    "10,000 columns and none of the needed ones",
    `a,b,c,d,e,f,g,h,${wide}\n1\n`,
    `no columns for "invoice date", "price", "customer id" in shop.csv (found: a, b, c, d, e, f, g, h, ${wide.split(",").slice(0, 12).join(", ")} and 9980 more); map them with --columns invoiced_at=NAME,price=NAME,customer=NAME (or amount=NAME for a line's total)`,
  ],
  [
    "10,000 columns and a row of eight values",
    `${header},${wide}\n${line}\n`,
    `1 of 1 rows of shop.csv cannot be read ${over("100.0")}: the row "1001,85123A,LIGHT,6,2011-03-01 08:26:00,2.55,17850,United Ki…" in line 2 has 8 values where the header has 10000`,
  ],
  [
    "a date in the year 20111",
    shop(line, line.replace("2011-", "20111-")),
    `1 of 2 rows of shop.csv cannot be read ${over("50.0")}: InvoiceDate "20111-03-01 08:26:00" in line 3 is not a date; dates are read as year-month-day, --dates names another way`,
  ],
  [
    "a quantity of 1e309",
    shop(line, line.replace(",6,", ",1e309,")),
    `1 of 2 rows of shop.csv cannot be read ${over("50.0")}: Quantity "1e309" in line 3 is not a whole number`,
  ],
  [
    "a price of 1e309",
    shop(line, line.replace("2.55", "1e309")),
    `1 of 2 rows of shop.csv cannot be read ${over("50.0")}: Price "1e309" in line 3 is not a price`,
  ],
];

describe("a file with", () => {
  it.each(refused)("%s is refused in one line, and nothing of it is kept", async (_what, content, message) => {
    expect(await messageOf(openText(workspace, "shop.csv", content, { cache: true }))).toBe(message);
    expect(existsSync(workspace.cacheFolder) ? readdirSync(workspace.cacheFolder) : []).toEqual([]);
    expect(readFileSync(join(workspace.root, "shop.csv")).equals(Buffer.from(content))).toBe(true);
  });

  const kept: readonly [what: string, lines: string[], bad: object][] = [
    [
      "a ragged row",
      ["1,2,3"],
      { column_name: "the row", value: "1,2,3", reason: "has 3 values where the header has 8" },
    ],
    ["its header twice", [header], { column_name: "Quantity", value: "Quantity", reason: "is not a whole number" }],
    [
      "a date in the year 20111",
      [line.replace("2011-", "20111-")],
      { column_name: "InvoiceDate", value: "20111-03-01 08:26:00", reason: "is not a date" },
    ],
    [
      "a quantity of 1e309",
      [line.replace(",6,", ",1e309,")],
      { column_name: "Quantity", value: "1e309", reason: "is not a whole number" },
    ],
    [
      "a quantity times a price that no money column holds",
      [line.replace(",6,", ",2000000000,").replace("2.55", "99999999999")],
      { column_name: "Price", value: "2000000000 × 99999999999", reason: "is more than a line can be worth" },
    ],
    [
      "the least quantity there is, which no return can undo",
      [line.replace(",6,", ",-2147483648,")],
      { column_name: "Quantity", value: "-2147483648", reason: "is not a whole number" },
    ],
  ];
  it.each(kept)("%s among many good rows loses that row only, and says which", async (_what, lines, bad) => {
    const sales = await openText(workspace, "shop.csv", shop(...numbered(300), ...lines, line));
    expect(sales.rejects.rows).toBe(1);
    expect(await sales.rows("SELECT line, column_name, value, reason FROM rejects")).toEqual([{ line: 302, ...bad }]);
    expect(sales.ledger.at(-1)!.invoices).toBe(301);
    sales.close();
  });

  it.each([
    ["5000000000000", "is more than a line can be worth"],
    ["99999999999999999999", "is not an amount"],
  ])("an amount of %s loses that row only", async (amount, reason) => {
    const lines = Array.from({ length: 150 }, (_, i) => `c${i},2011-03-01,${i === 70 ? amount : "5.00"}`);
    const sales = await openText(workspace, "plain.csv", `customer,date,amount\n${lines.join("\n")}\n`);
    expect(await sales.rows("SELECT line, column_name, value, reason FROM rejects")).toEqual([
      { line: 72, column_name: "amount", value: amount, reason },
    ]);
    expect(sales.ledger.at(-1)).toMatchObject({ rows: 149, revenue: 745 });
    sales.close();
  });

  const read: readonly [what: string, content: string, options?: SalesOptions][] = [
    ["a byte-order mark", `\ufeff${shop(line, line)}`],
    ["mixed line ends", `${header}\r\n${line}\n\n${line}\r`],
    ["10,000 columns", `${header},${wide}\n${`${line},${wide}\n`.repeat(2)}`],
    ["a quote where nothing is quoted", shop(line.replace("LIGHT", '"LIGHT'), line), { dialect: { quote: "" } }],
  ];
  it.each(read)("%s is read to its last row", async (_what, content, options) => {
    const sales = await openText(workspace, "shop.csv", content, options);
    expect(sales.ledger[0]).toMatchObject({ rows: 2, invoices: 1 });
    expect(await sales.rows("SELECT DISTINCT invoice, country FROM rows")).toEqual([
      { invoice: "1001", country: "United Kingdom" },
    ]);
    sales.close();
  });
});

describe("an archive or a pattern", () => {
  it.each([
    [
      "is a zip bomb",
      { name: "a.csv", content: Buffer.alloc(40_000_000, "1,2\n") },
      "shop.zip/a.csv unpacks to more than 200 times its size, as a zip bomb does; if you trust it, unpack it yourself",
    ],
    [
      "climbs out of its folder",
      { name: "../../a.csv", content: shop(line) },
      'shop.zip holds "../../a.csv", which climbs out of its folder; unpack by hand what you trust in it',
    ],
  ])("that %s is refused in one line", async (_what, entry, message) => {
    expect(await messageOf(openText(workspace, "shop.zip", writeZip([entry])))).toBe(message);
  });

  it("that leads in circles ends, and names what it finds", async () => {
    const folder = join(workspace.root, "loop");
    const open = (data: string) => openSales({ data, cache: false, workspace });
    mkdirSync(folder);
    symlinkSync(folder, join(folder, "again"));
    symlinkSync(join(folder, "self.csv"), join(folder, "self.csv"));
    expect(await messageOf(open("loop/**/*.csv"))).toBe(
      'no file fits loop/**/*.csv; give --data a path, or "sample" for the synthetic shop',
    );
    expect(await messageOf(open("loop/self.csv"))).toBe(
      "loop/self.csv is a symbolic link that leads nowhere; give --data the file itself",
    );
    writeFileSync(join(folder, "a.csv"), shop(line));
    const sales = await open("loop/**/*.csv");
    expect(sales.source.files.map(({ name }) => name)).toEqual(["a.csv"]);
    sales.close();
  });
});
