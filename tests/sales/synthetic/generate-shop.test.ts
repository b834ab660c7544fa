import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { generateShop } from "../../../src/sales/synthetic/generate-shop.js";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("makes the default shop in under three seconds", () => {
  const start = performance.now();
  generateShop().csv();
  expect(performance.now() - start).toBeLessThan(3000);
});

test("makes the same bytes from the same seed, on every machine", () => {
  const bytes = generateShop().csv();
  expect(sha256(generateShop({ seed: 1, customers: 1500 }).csv())).toBe(sha256(bytes));
  // written down once: another engine or processor must arrive at it too
  expect(sha256(bytes)).toBe("35c2ffe84cddd3ea8d5371c25893d0036308bf65da7040864fb0a3fecd24d2cb");
});

test("makes another shop from another seed", () => {
  const hashes = [0, 1, 2, -1, 2 ** 31].map((seed) => sha256(generateShop({ seed, customers: 50 }).csv()));
  expect(new Set(hashes).size).toBe(5);
});

test("has as many rows and customers as it says", () => {
  const shop = generateShop();
  const lines = new TextDecoder().decode(shop.csv()).trimEnd().split("\n");
  expect(lines[0]).toBe("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country");
  expect(lines.length - 1).toBe(shop.rows);
  expect(shop.rows).toBeGreaterThan(60_000);
  expect(shop.rows).toBeLessThan(130_000);
  const customers = new Set(lines.slice(1).map((line) => line.split(",").at(-2)!));
  customers.delete("");
  expect([...customers].sort()).toEqual([...shop.truth.keys()].sort());
  expect(customers.size).toBe(1500);
});

test("has every persona in the smallest shop, and each customer once", () => {
  const shop = generateShop({ customers: 50 });
  expect(shop.truth.size).toBe(50);
  expect(new Set(shop.truth.values())).toEqual(new Set(shop.personas.map(({ id }) => id)));
});

test("refuses a seed or a number of customers that it cannot use", () => {
  expect(() => generateShop({ seed: 1.5 })).toThrow(
    "the synthetic shop's seed must be a whole number, not 1.5; give one like 1",
  );
  expect(() => generateShop({ customers: 49 })).toThrow(
    "the synthetic shop takes 50 to 20000 customers, not 49; give a whole number in that range",
  );
  expect(() => generateShop({ customers: Number.NaN })).toThrow("not NaN");
});
