import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase, sqlText } from "../../../src/core/database.js";
import { openSales } from "../../../src/sales/open-sales.js";
import { embeddedProfile } from "../../../src/sales/synthetic/embedded-profile.js";
import { generateShop } from "../../../src/sales/synthetic/generate-shop.js";
import { writeScaledShop } from "../../../src/sales/synthetic/write-scaled-shop.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const { root } = scratchWorkspace();
const lines = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");

describe("a scaled shop with the embedded shop's numbers", () => {
  it("is the embedded shop to the byte where it has as many customers", async () => {
    const out = join(root, "embedded.csv");
    const { rows } = await writeScaledShop({ customers: 1500, out, profile: embeddedProfile });
    const shop = generateShop();
    expect(rows).toBe(shop.rows);
    expect(Buffer.compare(readFileSync(out), shop.csv())).toBe(0);
  });
});

describe("a scaled shop of several blocks", () => {
  const out = join(root, "blocks.csv");

  it("is in order of time but for one seam, where nine days come again", async () => {
    const made = await writeScaledShop({ customers: 3100, seed: 7, out });
    const rows = lines(out).slice(1);
    expect(rows).toHaveLength(made.rows);
    const times = rows.map((row) => /,(\d{4}-\d\d-\d\d \d\d:\d\d:00),/.exec(row)![1]!);
    const seams = times.flatMap((time, i) => (i > 0 && time < times[i - 1]! ? [i] : []));
    expect(seams).toHaveLength(1);
    const [seam] = seams as [number];
    const before = rows.slice(0, seam).filter((_, i) => times[i]! >= "2010-12-01");
    expect(before.length).toBeGreaterThan(1000);
    expect(rows.slice(seam, seam + before.length)).toEqual(before);
    expect([times[0]!.slice(0, 10), times.at(-1)!.slice(0, 10)]).toEqual(["2009-12-01", "2011-12-09"]);
  });

  it("has every customer once and numbers invoices in order of time, without gaps", () => {
    const rows = lines(out).slice(1);
    const customers = new Set(rows.map((row) => row.split(",").at(-2)).filter((id) => id !== ""));
    expect(customers.size).toBe(3100);
    const numbers = new Set(rows.map((row) => Number(/^[CA]?(\d+),/.exec(row)![1])));
    expect(Math.min(...numbers)).toBe(400_001);
    expect([...numbers].sort((a, b) => a - b).at(-1)).toBe(400_000 + numbers.size);
  });

  it("is the same from the same seed, another from another", async () => {
    const again = join(root, "again.csv");
    const other = join(root, "other.csv");
    await writeScaledShop({ customers: 3100, seed: 7, out: again });
    await writeScaledShop({ customers: 3100, seed: 8, out: other });
    expect(Buffer.compare(readFileSync(again), readFileSync(out))).toBe(0);
    expect(Buffer.compare(readFileSync(other), readFileSync(out))).not.toBe(0);
  });

  it("holds the same rows as Parquet, in the same order and in the types of Online Retail II", async () => {
    const parquet = join(root, "blocks.parquet");
    await writeScaledShop({ customers: 3100, seed: 7, out: parquet });
    const database = await openDatabase();
    const types = await database.rows<{ column_name: string; column_type: string }>(
      `DESCRIBE FROM read_parquet(${sqlText(parquet)})`,
    );
    expect(types.map(({ column_name, column_type }) => `${column_name} ${column_type}`)).toEqual([
      ...["Invoice VARCHAR", "StockCode VARCHAR", "Description VARCHAR", "Quantity INTEGER", "InvoiceDate TIMESTAMP"],
      ...["Price DOUBLE", "Customer ID INTEGER", "Country VARCHAR"],
    ]);
    const back = join(root, "back.csv");
    await database.run(`COPY (SELECT * REPLACE ("Price"::DECIMAL(12, 2) AS "Price") FROM read_parquet(${sqlText(parquet)}))
      TO ${sqlText(back)} (FORMAT csv, HEADER)`);
    database.close();
    expect(Buffer.compare(readFileSync(back), readFileSync(out))).toBe(0);
  });

  it("leaves nothing beside its file", () => {
    expect(readdirSync(root).filter((name) => name.includes(".part"))).toEqual([]);
  });
});

describe("a scaled shop as a user's file", () => {
  it("opens with its seam found and something sold, returned and unidentified", async () => {
    const out = join(root, "file.parquet");
    const { rows } = await writeScaledShop({ customers: 600, out });
    const sales = await openSales({
      data: out,
      workspace: { root, userFolder: root, cacheFolder: join(root, "cache") },
    });
    expect(sales.overlap).toMatchObject({ method: "seam", from: "2010-12-01", to: "2010-12-09" });
    const left = (step: string) => sales.ledger.find((entry) => entry.step === step)!;
    expect(left("read").rows).toBe(rows);
    expect(left("identified").rows).toBeLessThan(left("overlap").rows);
    expect(left("returns").rows).toBeGreaterThan(100);
    expect(left("sales")).toMatchObject({ customers: 600 });
    sales.close();
  });
});

describe("the years of a scaled shop", () => {
  it.each([
    [1, "2010-12-09", "2010-06-01"],
    [5, "2014-12-09", "2012-06-01"],
  ])("of %i end and double where they should", async (years, last, doubled) => {
    const out = join(root, `${years}.csv`);
    await writeScaledShop({ customers: 60, years, out });
    const times = lines(out)
      .slice(1)
      .map((row) => /,(\d{4}-\d\d-\d\d) /.exec(row)![1]!);
    expect(times.reduce((a, b) => (a > b ? a : b)) <= last).toBe(true);
    expect(times.reduce((a, b) => (a > b ? a : b)).slice(0, 7)).toBe(last.slice(0, 7));
    const seam = times.findIndex((time, i) => i > 0 && time < times[i - 1]!);
    expect(times[seam]! >= doubled && times[seam]!.slice(0, 7) === doubled.slice(0, 7)).toBe(true);
  });
});

describe("a shop that cannot be made", () => {
  const out = join(root, "never.parquet");
  it.each([
    [{ customers: 49, out }, "--customers 49 is not a whole number from 50 to 2000000"],
    [{ customers: Number.NaN, out }, "--customers NaN is not a whole number from 50 to 2000000"],
    [{ customers: 100, years: 21, out }, "--years 21 is not a whole number from 1 to 20"],
    [{ customers: 100, seed: 0.5, out }, "--seed 0.5 is not a whole number"],
    [
      { customers: 100, out: "shop.xlsx" },
      "--out shop.xlsx is neither .parquet nor .csv; the shop is written as one of these",
    ],
  ])("is refused: %j", async (options, message) => {
    await expect(writeScaledShop(options)).rejects.toMatchObject({ code: "bad-option", message });
    expect(existsSync(out)).toBe(false);
  });

  it("does not write over a file", async () => {
    const kept = join(root, "kept.csv");
    writeFileSync(kept, "mine");
    await expect(writeScaledShop({ customers: 60, out: kept })).rejects.toThrow(
      `${kept} is there already; remove it or give another --out`,
    );
    expect(readFileSync(kept, "utf8")).toBe("mine");
  });

  it("leaves nothing when it is stopped, while making customers or while sorting", async () => {
    for (const label of ["making customers", "sorting and writing"]) {
      const controller = new AbortController();
      const run = writeScaledShop({
        customers: 6000,
        out,
        signal: controller.signal,
        onProgress: (progress) => progress.label === label && controller.abort(),
      });
      await expect(run).rejects.toMatchObject({ code: "aborted", message: "the synthetic shop was stopped" });
      expect(readdirSync(root).filter((name) => name.startsWith(basename(out)))).toEqual([]);
    }
  });
});
