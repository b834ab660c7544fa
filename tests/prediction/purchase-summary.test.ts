import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { purchaseSummary } from "../../src/prediction/purchase-summary.js";
import { purchasesBetween } from "../../src/prediction/purchases-between.js";
import { seasonFactor } from "../../src/prediction/season-factor.js";
import { writeSample } from "../../src/sales/sample.js";
import { openLines, openText } from "../sales/tiny-shop.js";
import { scratchWorkspace } from "../scratch-workspace.js";

const workspace = scratchWorkspace();

// customer 7 buys on three days, once twice, and sends a part back; 8 buys once; 9 only returns something
const lines = [
  "6,40000,D,10,2010-10-02 23:59:00,1.50,8,France",
  "1,10000,A,2,2011-01-01 10:00:00,5.00,7,France",
  "11,20000,B,1,2011-01-01 16:00:00,10.00,7,France",
  "2,10000,A,4,2011-01-11 12:00:00,5.00,7,Spain",
  "C3,10000,A,-5,2011-01-12 09:00:00,5.00,7,Spain",
  "5,10000,A,1,2011-01-31 12:00:00,6.00,7,Spain",
  "C7,40000,D,-1,2011-02-01 08:00:00,1.50,9,France",
];

describe("the summary of a shop small enough to reckon by hand", () => {
  it("counts days, and values them net of what came back", async () => {
    const sales = await openLines(workspace, lines);
    const summary = await purchaseSummary(sales);
    const between = await purchasesBetween(sales, ["8", "7"], "2011-01-02", "2011-02-01");
    sales.close();
    expect(summary).toEqual({
      asOf: "2011-02-02",
      customers: ["7", "8"],
      frequency: Float64Array.of(2, 0),
      recencyDays: Float64Array.of(30, 0),
      ageDays: Float64Array.of(31, 122),
      logGaps: Float64Array.of(Math.log(10) + Math.log(20), 0),
      // of 20 one 5 came back, and all of the second day
      valuedDays: Float64Array.of(2, 1),
      meanDayValue: Float64Array.of((15 + 6) / 2, 15),
    });
    expect(between).toEqual({
      days: Float64Array.of(0, 2),
      valuedDays: Float64Array.of(0, 1),
      netValue: Float64Array.of(0, 6),
    });
  });

  it("knows no return before it came", async () => {
    const sales = await openLines(workspace, lines);
    const { frequency, valuedDays, meanDayValue, ageDays } = await purchaseSummary(sales, { asOf: "2011-01-12" });
    sales.close();
    expect([...frequency]).toEqual([1, 0]);
    expect([...ageDays]).toEqual([10, 101]);
    expect([...valuedDays]).toEqual([2, 1]);
    expect([...meanDayValue]).toEqual([20, 15]);
  });

  it("refuses what is no day, and a day before all sales", async () => {
    const sales = await openLines(workspace, lines);
    await expect(purchaseSummary(sales, { asOf: "2011-02-30" })).rejects.toThrow(
      'asOf "2011-02-30" is not a day as 2011-12-31',
    );
    await expect(purchaseSummary(sales, { asOf: "2010-10-02" })).rejects.toThrow(
      "nothing was sold before 2010-10-02; choose a later asOf",
    );
    await expect(seasonFactor(sales, { asOf: "2010-10-02" })).rejects.toThrow(
      "nothing was sold before 2010-10-02; choose a later asOf",
    );
    await expect(seasonFactor(sales, { horizonDays: 400 })).rejects.toThrow(
      "horizonDays is 400; give a whole number from 1 to 364",
    );
    sales.close();
  });
});

test("the summary and the season at a day know nothing of what came later, in any order of rows", async () => {
  const [header, ...rows] = readFileSync(await writeSample(workspace), "utf8")
    .trimEnd()
    .split("\n");
  const dateOf = (row: string) => row.match(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/)![0];
  const asOf = "2011-06-01";
  const at = async (kept: readonly string[]) => {
    const sales = await openText(workspace, "shop.csv", `${[header, ...kept].join("\n")}\n`, {
      goods: "[0-9]{5}[A-Z]{0,3}",
    });
    const found = { summary: await purchaseSummary(sales, { asOf }), season: await seasonFactor(sales, { asOf }) };
    sales.close();
    return found;
  };
  const whole = await at(rows);
  expect(whole.summary.customers.length).toBeGreaterThan(100);
  expect(whole.season.years).toBe(1);
  // cut off at that day, and from the last row to the first
  expect(await at(rows.filter((row) => dateOf(row) < asOf).toReversed())).toEqual(whole);
});

test("the season factor is the window's share of the year before relative to an even one", async () => {
  const day = (date: string, customer: number) =>
    `${date.replaceAll("-", "")}${customer},10000,A,1,${date} 10:00:00,5.00,${customer},France`;
  const sales = await openLines(workspace, [
    day("2010-01-01", 1),
    day("2010-01-10", 1),
    day("2010-01-10", 2),
    day("2010-06-01", 1),
    day("2010-12-30", 2),
  ]);
  // a year of 364 days before 2010-12-31 begins on 2010-01-01; three of its five purchase days are in its first 26
  expect(await seasonFactor(sales, { horizonDays: 26 })).toEqual({ factor: ((3 / 5) * 364) / 26, years: 1 });
  expect(await seasonFactor(sales, { asOf: "2010-12-30", horizonDays: 26 })).toEqual({ factor: 1, years: 0 });
  sales.close();
});
