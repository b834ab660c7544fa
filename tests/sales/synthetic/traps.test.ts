import { describe, expect, test } from "vitest";
import { generateShop } from "../../../src/sales/synthetic/generate-shop.js";
import { isGoods, readShop, withoutOverlap } from "./read-shop.js";

describe.each([1, 2, 3])("the shop of seed %i", (seed) => {
  const shop = generateShop({ seed });
  const all = readShop(shop);
  const rows = withoutOverlap(all);
  const cancelled = rows.filter(({ invoice }) => invoice.startsWith("C"));
  const known = rows.filter(({ customer }) => customer !== "");
  const codes = new Set(rows.map(({ sku }) => sku));

  test("has no customer on about a fifth of the rows", () => {
    const share = 1 - known.length / rows.length;
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.24);
  });

  test("has the codes that are no goods", () => {
    for (const code of ["POST", "DOT", "M", "m", "D", "C2", "BANK CHARGES", "ADJUST", "ADJUST2", "B", "gift_0001_20"]) {
      expect(codes).toContain(code);
    }
  });

  test("has bad debts of nobody, written off at negative prices", () => {
    const debts = rows.filter(({ invoice }) => invoice.startsWith("A"));
    expect(debts.length).toBeGreaterThanOrEqual(3);
    expect(debts.every(({ customer, sku }) => customer === "" && sku === "B")).toBe(true);
    expect(debts.some(({ value }) => value < -1000)).toBe(true);
  });

  test("cancels only what was bought before, but for a few returns of the first fortnight", () => {
    const open = new Map<string, number>();
    let unexplained = 0;
    for (const row of known.filter(isGoods)) {
      const key = `${row.customer}|${row.sku.trim().toUpperCase()}|${row.price}`;
      const left = (open.get(key) ?? 0) + row.quantity;
      if (left < 0) {
        unexplained++;
        expect(row.time < "2009-12-16").toBe(true);
      }
      open.set(key, Math.max(0, left));
    }
    expect(unexplained).toBeGreaterThanOrEqual(5);
    expect(unexplained).toBeLessThanOrEqual(10);
    expect(cancelled.every(({ quantity }) => quantity < 0)).toBe(true);
    expect(cancelled.length / rows.length).toBeGreaterThan(0.01);
    expect(cancelled.length / rows.length).toBeLessThan(0.03);
  });

  test("has one mega-order, the largest line of all, cancelled minutes later by an otherwise small customer", () => {
    const [mega, next] = known.filter(({ quantity }) => quantity > 0).sort((a, b) => b.value - a.value);
    expect(mega!.value).toBeGreaterThan(3 * next!.value);
    const undone = cancelled.filter(
      ({ customer, quantity }) => customer === mega!.customer && quantity === -mega!.quantity,
    );
    expect(undone).toHaveLength(1);
    const minutes = (Date.parse(undone[0]!.time) - Date.parse(mega!.time)) / 60_000;
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThan(30);
    const net = known.filter(({ customer }) => customer === mega!.customer).reduce((sum, { value }) => sum + value, 0);
    expect(net).toBeLessThan(mega!.value / 10);
  });

  test("has stock corrections of nobody and free samples of somebody at price zero", () => {
    const free = rows.filter(({ price }) => price === "0.00");
    const corrections = free.filter(({ customer, quantity }) => customer === "" && quantity < 0);
    expect(corrections.length).toBeGreaterThan(100);
    expect(corrections.every(({ invoice }) => !invoice.startsWith("C"))).toBe(true);
    expect(corrections.some(({ description }) => description === "")).toBe(true);
    expect(free.filter(({ customer }) => customer !== "").length).toBeGreaterThan(10);
  });

  test("writes codes in more than one case and with spaces, and descriptions in more than one way", () => {
    const spellings = new Map<string, Set<string>>();
    const descriptions = new Map<string, Set<string>>();
    for (const { sku, description } of rows.filter(isGoods)) {
      const key = sku.trim().toUpperCase();
      spellings.set(key, (spellings.get(key) ?? new Set()).add(sku.trim()));
      if (description !== "") descriptions.set(key, (descriptions.get(key) ?? new Set()).add(description));
    }
    const several = (sets: Map<string, Set<string>>) => [...sets.values()].filter(({ size }) => size > 1).length;
    expect(spellings.size).toBeGreaterThan(350);
    expect(spellings.size).toBeLessThan(500);
    expect(several(spellings)).toBeGreaterThan(20);
    expect(several(descriptions)).toBeGreaterThan(60);
    expect([...codes].some((code) => code !== code.trim())).toBe(true);
    expect(rows.some(({ description }) => description.includes(","))).toBe(true);
    expect(rows.some(({ description }) => description.includes('"'))).toBe(true);
    expect(rows.some(({ description }) => description.includes("£"))).toBe(true);
  });

  test("repeats about one row in a hundred within its invoice", () => {
    const share = 1 - new Set(rows.map(({ text }) => text)).size / rows.length;
    expect(share).toBeGreaterThan(0.007);
    expect(share).toBeLessThan(0.015);
  });

  test("sells mostly in one country, a little in a dozen, and to some customers in two", () => {
    const homes = new Map<string, Set<string>>();
    for (const { customer, country } of known) homes.set(customer, (homes.get(customer) ?? new Set()).add(country));
    expect(new Set(rows.map(({ country }) => country)).size).toBeGreaterThan(12);
    const main = rows.filter(({ country }) => country === "United Kingdom").length / rows.length;
    expect(main).toBeGreaterThan(0.85);
    expect(main).toBeLessThan(0.95);
    expect([...homes.values()].some(({ size }) => size === 2)).toBe(true);
  });

  test("writes prices with two decimals, customers as whole numbers, quantities other than zero", () => {
    const bad = all.filter(
      ({ price, customer, quantity }) =>
        !/^-?\d+\.\d\d$/.test(price) || !/^(\d{5,6})?$/.test(customer) || !Number.isInteger(quantity) || quantity === 0,
    );
    expect(bad).toEqual([]);
  });

  test("earns most in the autumn: November above every month from January to August", () => {
    const months = new Map<string, number>();
    for (const { time, value } of rows) months.set(time.slice(0, 7), (months.get(time.slice(0, 7)) ?? 0) + value);
    for (const year of ["2010", "2011"]) {
      const quiet = ["01", "02", "03", "04", "05", "06", "07", "08"].map((month) => months.get(`${year}-${month}`)!);
      expect(months.get(`${year}-11`)).toBeGreaterThan(Math.max(...quiet));
    }
  });
});
