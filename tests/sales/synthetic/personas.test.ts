import { describe, expect, test } from "vitest";
import { generateShop } from "../../../src/sales/synthetic/generate-shop.js";
import { personas } from "../../../src/sales/synthetic/personas.js";
import { isGoods, readShop, withoutOverlap } from "./read-shop.js";

const end = Date.parse("2011-12-10");

/** What the file says of one customer. */
interface Behaviour {
  orders: number;
  lines: number;
  units: number;
  gross: number;
  returned: number;
  q4: number;
  recentHalf: number;
  recencyDays: number;
  tenureDays: number;
}

function behaviourOf(seed: number): Map<string, Behaviour[]> {
  const shop = generateShop({ seed });
  const customers = new Map<string, Behaviour & { invoices: Set<string> }>();
  for (const row of withoutOverlap(readShop(shop)).filter((row) => row.customer !== "" && isGoods(row))) {
    let found = customers.get(row.customer);
    if (!found) {
      const zero = { orders: 0, lines: 0, units: 0, gross: 0, returned: 0, q4: 0, recentHalf: 0 };
      found = { ...zero, recencyDays: 0, tenureDays: 0, invoices: new Set() };
      customers.set(row.customer, found);
    }
    // nobody else buys tens of thousands at once: the mega-order and its cancellation are not behaviour
    if (row.price === "0.00" || Math.abs(row.quantity) > 20_000) continue;
    if (row.quantity < 0) found.returned -= row.value;
    else {
      const age = (end - Date.parse(row.time)) / 86_400_000;
      if (found.invoices.size === 0) found.tenureDays = age;
      found.recencyDays = age;
      found.invoices.add(row.invoice);
      found.orders = found.invoices.size;
      found.lines++;
      found.units += row.quantity;
      found.gross += row.value;
      if (row.time.slice(5, 7) >= "10") found.q4 += row.value;
      if (row.time >= "2010-12-10") found.recentHalf += row.value;
    }
  }
  const groups = new Map<string, Behaviour[]>(personas.map(({ id }) => [id, []]));
  for (const [customer, behaviour] of customers) groups.get(shop.truth.get(customer)!)!.push(behaviour);
  return groups;
}

test("adds the personas' shares up to one, each with a name of its own", () => {
  expect(personas.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length);
  expect(personas.length).toBeGreaterThanOrEqual(7);
});

describe.each([1, 2, 3])("the planted behaviour in the shop of seed %i", (seed) => {
  const groups = behaviourOf(seed);
  const mean = (id: string, of: (behaviour: Behaviour) => number) => {
    const values = groups.get(id)!.map(of);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const highest = (of: (behaviour: Behaviour) => number) =>
    personas.map(({ id }) => id).reduce((best, id) => (mean(id, of) > mean(best, of) ? id : best));

  test("every persona has its share of the customers", () => {
    for (const { id, share } of personas) expect(groups.get(id)).toHaveLength(Math.round(share * 1500));
  });

  test("loyal customers order most often, one-time buyers once", () => {
    expect(highest(({ orders }) => orders)).toBe("loyal-high-value");
    expect(groups.get("one-time")!.every(({ orders }) => orders === 1)).toBe(true);
    const order = ["loyal-high-value", "growing-mid-value", "seasonal-gift", "newcomer", "one-time"];
    const means = order.map((id) => mean(id, ({ orders }) => orders));
    expect(means).toEqual([...means].sort((a, b) => b - a));
  });

  test("net revenue falls from wholesale to loyal to growing to small baskets", () => {
    const order = [
      "wholesale",
      "loyal-high-value",
      "overdue-high-value",
      "growing-mid-value",
      "newcomer",
      "small-basket",
    ];
    const means = order.map((id) => mean(id, ({ gross, returned }) => gross - returned));
    expect(means).toEqual([...means].sort((a, b) => b - a));
  });

  test("wholesalers buy most units a line, small baskets have the fewest lines and the lowest prices", () => {
    expect(highest(({ units, lines }) => units / lines)).toBe("wholesale");
    expect(highest(({ lines, orders }) => -lines / orders)).toBe("small-basket");
    expect(highest(({ gross, units }) => -gross / units)).toBe("small-basket");
  });

  test("gift buyers spend over four fifths from October to December, steady customers about a third", () => {
    expect(mean("seasonal-gift", ({ q4, gross }) => q4 / gross)).toBeGreaterThan(0.8);
    expect(mean("loyal-high-value", ({ q4, gross }) => q4 / gross)).toBeLessThan(0.5);
  });

  test("returners send back several times the share of anybody else", () => {
    const share = ({ returned, gross }: Behaviour) => returned / gross;
    const others = personas.filter(({ id }) => id !== "heavy-returner").map(({ id }) => mean(id, share));
    expect(mean("heavy-returner", share)).toBeGreaterThan(4 * Math.max(...others));
  });

  test("former regulars were last seen longest ago, overdue ones months ago, newcomers came last", () => {
    expect(highest(({ recencyDays }) => recencyDays)).toBe("lapsed-regular");
    expect(mean("overdue-high-value", ({ recencyDays }) => recencyDays)).toBeGreaterThan(120);
    expect(mean("loyal-high-value", ({ recencyDays }) => recencyDays)).toBeLessThan(60);
    expect(highest(({ tenureDays }) => -tenureDays)).toBe("newcomer");
    expect(groups.get("newcomer")!.every(({ tenureDays }) => tenureDays < 120)).toBe(true);
  });

  test("growing customers spend more of their money in the second year than loyal ones", () => {
    const share = ({ recentHalf, gross }: Behaviour) => recentHalf / gross;
    expect(mean("growing-mid-value", share)).toBeGreaterThan(mean("loyal-high-value", share) + 0.1);
  });

  test("neighbouring personas overlap: the middle four fifths of one reach into those of the other", () => {
    const orders = ({ orders }: Behaviour) => orders;
    const gross = ({ gross }: Behaviour) => gross;
    const pairs = [
      ["loyal-high-value", "growing-mid-value", orders],
      ["loyal-high-value", "growing-mid-value", gross],
      ["loyal-high-value", "wholesale", gross],
      ["growing-mid-value", "heavy-returner", gross],
      ["growing-mid-value", "lapsed-regular", orders],
      ["lapsed-regular", "seasonal-gift", gross],
      ["seasonal-gift", "newcomer", orders],
      ["newcomer", "one-time", gross],
      ["small-basket", "one-time", gross],
    ] as const;
    for (const [a, b, of] of pairs) {
      const [left, right] = [a, b].map((id) => {
        const sorted = groups
          .get(id)!
          .map(of)
          .sort((x, y) => x - y);
        return { low: sorted[Math.floor(sorted.length * 0.1)]!, high: sorted[Math.floor(sorted.length * 0.9)]! };
      });
      const overlap = Math.min(left!.high, right!.high) - Math.max(left!.low, right!.low);
      expect(overlap, `${a} and ${b}`).toBeGreaterThan(0);
    }
  });
});
