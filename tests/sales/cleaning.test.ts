import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scratchWorkspace } from "../scratch-workspace.js";
import { openLines } from "./tiny-shop.js";

const workspace = scratchWorkspace();

/** A line of a shop: invoice, product, units, day of March 2011, price, customer. */
function sold(invoice: string, sku: string, units: number, day: number, price = "1.00", customer = "7"): string {
  return `${invoice},${sku},THING,${units},2011-03-${String(day).padStart(2, "0")} 10:00:00,${price},${customer},France`;
}

describe("the overlap", () => {
  const march = Array.from({ length: 20 }, (_, i) => sold(String(100 + i), "10000", i + 1, i + 1));

  it("is kept once where time runs backwards and the rows match one for one", async () => {
    const sales = await openLines(workspace, [...march.slice(0, 12), ...march.slice(8)]);
    expect(sales.overlap).toMatchObject({ method: "seam", from: "2011-03-09", to: "2011-03-12", rows: 4 });
    expect(sales.ledger.map(({ step, rows }) => [step, rows])).toContainEqual(["overlap", 20]);
    sales.close();
  });

  it("keeps the honest repeats that each sheet holds", async () => {
    const twice = [...march.slice(0, 12), march[11]!, ...march.slice(8, 12), march[11]!, ...march.slice(12)];
    const sales = await openLines(workspace, twice);
    expect(sales.overlap).toMatchObject({ rows: 5 });
    expect(sales.ledger[1]!.rows).toBe(21);
    sales.close();
  });

  it("drops nothing at a seam whose sides do not match", async () => {
    const others = march.slice(8).map((line) => line.replace("10000", "20000"));
    const sales = await openLines(workspace, [...march.slice(0, 12), ...others]);
    expect(sales.overlap).toMatchObject({ method: "seam", rows: 0 });
    expect(sales.overlap!.finding).toContain("only 0 of 4 rows stand on both sides: nothing was dropped");
    sales.close();
  });

  it("is found among shuffled rows as days on which every line stands an even number of times", async () => {
    const busy = Array.from({ length: 300 }, (_, i) =>
      sold(String(100 + i), String(10000 + i), (i % 9) + 1, 1 + (i % 20)),
    );
    const doubled = [...busy, ...busy.filter((_, i) => i % 20 >= 8 && i % 20 < 12)];
    const shuffled = doubled.map((line, i) => ({ line, key: (i * 7919) % 1009 })).sort((a, b) => a.key - b.key);
    const sales = await openLines(
      workspace,
      shuffled.map(({ line }) => line),
    );
    expect(sales.overlap).toMatchObject({ method: "doubled days", from: "2011-03-09", to: "2011-03-12", rows: 60 });
    expect(sales.ledger[1]!.rows).toBe(300);
    sales.close();
  });

  it("cannot be judged where rows stand in no order and nothing stands twice", async () => {
    const busy = Array.from({ length: 300 }, (_, i) =>
      sold(String(100 + i), String(10000 + i), 1, 1 + ((i * 13) % 20)),
    );
    const sales = await openLines(workspace, busy);
    expect(sales.overlap).toMatchObject({ method: "not judged", rows: 0 });
    sales.close();
  });
});

describe("a return", () => {
  const matchesOf = async (lines: string[]) => {
    const sales = await openLines(workspace, lines);
    const rows = await sales.rows<{ return_row: number; line_row: number; units: number }>(
      "FROM return_matches ORDER BY return_row, line_row DESC",
    );
    sales.close();
    return rows.map(({ return_row, line_row, units }) => [return_row, line_row, units]);
  };

  it("undoes the latest purchase before it, then the one before that", async () => {
    const lines = [
      sold("1", "10000", 5, 1),
      sold("2", "10000", 3, 2),
      sold("C3", "10000", -4, 3),
      sold("4", "10000", 9, 4),
    ];
    expect(await matchesOf(lines)).toEqual([
      [2, 1, 3],
      [2, 0, 1],
    ]);
  });

  it("of something never bought, of another customer or before the purchase stays unmatched", async () => {
    const lines = [
      sold("C1", "10000", -1, 1),
      sold("2", "10000", 5, 2),
      sold("C3", "20000", -1, 3),
      sold("C4", "10000", -1, 4, "1.00", "8"),
    ];
    expect(await matchesOf(lines)).toEqual([]);
  });

  it("never undoes more units than were bought or sent back (any history)", async () => {
    const history = fc.array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 28 })), {
      minLength: 1,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const lines = [
          sold("1", "10000", 1, 1),
          ...events
            .filter(([units]) => units !== 0)
            .map(([units, day], i) => sold(units < 0 ? `C${i + 2}` : String(i + 2), "10000", units, day)),
        ];
        const units = lines.map((line) => Number(line.split(",")[3]));
        const used = new Map<number, number>();
        for (const [back, bought, moved] of await matchesOf(lines)) {
          for (const row of [back!, bought!]) used.set(row, (used.get(row) ?? 0) + moved!);
        }
        for (const [row, moved] of used) expect(moved).toBeLessThanOrEqual(Math.abs(units[row]!));
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

describe("the ledger", () => {
  const lines = [
    sold("1", "10000", 2, 1),
    sold("2", "POST", 1, 1, "9.00"),
    sold("3", "10000", 1, 2, "1.00", ""),
    sold("C4", "10000", -1, 3),
    sold("5", "10000", 1, 4, "0"),
    sold("A6", "B", 1, 4, "-50.00"),
    sold("7", "10000a", 1, 5),
  ];

  it("tells what is left after each step, returns and sales both from goods", async () => {
    const sales = await openLines(workspace, lines);
    expect(sales.ledger.map(({ step, from, rows, revenue }) => [step, from, rows, revenue])).toEqual([
      ["read", null, 7, -38],
      ["overlap", "read", 7, -38],
      ["identified", "overlap", 6, -39],
      ["adjustments", "identified", 5, 11],
      ["goods", "adjustments", 4, 2],
      ["returns", "goods", 1, -1],
      ["sales", "goods", 2, 3],
    ]);
    sales.close();
  });

  it("has three steps under naive cleaning", async () => {
    const sales = await openLines(workspace, lines, { cleaning: "naive" });
    expect(sales.ledger.map(({ step, rows }) => [step, rows])).toEqual([
      ["read", 7],
      ["identified", 6],
      ["sales", 3],
    ]);
    sales.close();
  });
});
