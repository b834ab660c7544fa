import { expect, it } from "vitest";
import { createDraws } from "../../../src/sales/synthetic/draws.js";
import { embeddedProfile } from "../../../src/sales/synthetic/embedded-profile.js";
import { megaOrder } from "../../../src/sales/synthetic/mega-order.js";
import { openDays } from "../../../src/sales/synthetic/open-days.js";
import { periodOf } from "../../../src/sales/synthetic/period.js";
import { productCatalogue } from "../../../src/sales/synthetic/product-catalogue.js";

const products = productCatalogue(embeddedProfile, createDraws(1, 0));
const shopper = { id: 12345, country: "France" };

it("is cancelled minutes later, on the same day of the embedded shop, or in the middle of a single year", () => {
  const days = openDays();
  const [order, cancellation] = megaOrder(shopper, products, days);
  expect(days[order.day]!.date).toBe("2011-02-15");
  expect(cancellation).toMatchObject({ prefix: "C", day: order.day, minute: order.minute + 14, customer: 12345 });
  expect(cancellation.lines[0]!.quantity).toBe(-order.lines[0]!.quantity);
  const year = openDays(periodOf(1));
  expect(megaOrder(shopper, products, year)[0].day).toBe(Math.floor(year.length / 2));
});

it("falls on days of its own where there are many", () => {
  const days = openDays();
  const drawn = Array.from({ length: 20 }, (_, i) => megaOrder(shopper, products, days, createDraws(1, i))[0].day);
  expect(new Set(drawn).size).toBeGreaterThan(15);
});
